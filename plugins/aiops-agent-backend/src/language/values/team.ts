import { kebabCase } from '../text';
import { isWrapping } from '../wrapping';
import type { Extractor } from '../types';
import { said, spanOf } from './match';

const MINE = /\b(?:my|our|the) (?:own )?(?:team|group|department)(?:'s)?\b/u;
/** A team that was spoken of. */
const THEIRS =
  /\b(?:for them|for the same team|they|their|that team(?:'s)?|them)\b/u;
const NOT_NAMES =
  /^(?:the|a|an|my|our|your|this|that|whole|entire|new|other|another|same|which|what|each|every|any|own|for|dev|just|only|small|and|or|to|another|whose)$/;
/** "the marketing site": what follows a team's name where it is part of another. */
const NOT_THE_TEAM =
  /^[ -](?:sites?|websites?|blogs?|pages?|wikis?|apps?|applications?|shops?|stores?|portals?|tools?|services?|apis?|campaigns?|events?|materials?|databases?|dbs?|data|dashboards?|people's|system|server|stuff|things?|plan|material|newsletter|intranet|prod|production|dev|test|staging)\b/u;
/** Without one of these no team is described, which is quickly seen. */
const GROUPS = /team|group|department|people|folks|guys|crew/u;
const NAMED = [
  /\b(?:for|of|by|to|from|in|the|does|did|has|is|can) (?:the )?([a-z][a-z0-9-]*) (?:team|group|department|people|folks|guys|crew)(?:'s)?\b/u,
  /\bteam ?[:=]? ?(?:called |named |is )?([a-z][a-z0-9-]*)\b/u,
  /\b([a-z][a-z0-9-]*) team(?:'s)?\b/u,
];
/** What may follow "team" without being its name. */
const AFTER_TEAM =
  /^(?:goes|passes|hits|reaches|exceeds|burns|runs|costs|pays|is|has|have|can|could|may|will|would|use[sd]?|using|need|needs|want|wants|spend|spends|spent|own|owns|get|gets|still|please|pls|only|members?|in|on|at|of|and|with|left|so|now|do|does|did|have|environments?|envs?|quota|budget|requests?|called|to|for|this|that|low|high|i|we|today|internal|access|site|website|wiki|blog|page|events?|meeting|space|create|request|made|make|see|run|runs|web)$/;

/** The team that is said; 'my team' is the user's only team. */
export const team: Extractor = (reading, { parameters, asked }) => {
  // What goes into an environment belongs to the environment's team.
  if (parameters.has('environment') && !asked) {
    return undefined;
  }
  const { context, lower, mentions } = reading;
  const mention = mentions.find(
    ({ kind, strength }) => kind === 'team' && strength === 'exact',
  );
  if (mention && !NOT_THE_TEAM.test(lower.slice(mention.end))) {
    return { value: mention.name, spans: [mention] };
  }
  const groups = GROUPS.test(lower);
  for (const pattern of groups ? NAMED : []) {
    const match = lower.match(pattern);
    if (
      match &&
      !NOT_NAMES.test(match[1]) &&
      !AFTER_TEAM.test(match[1]) &&
      !isWrapping(match[1])
    ) {
      const span = spanOf(match, 1);
      const known = mentions.find(
        ({ kind, start, end }) =>
          kind === 'team' && start <= span.start && end >= span.end,
      );
      return {
        value: known?.name ?? kebabCase(match[1]),
        spans: [spanOf(match)],
      };
    }
  }
  const theirs = reading.spoken.team && lower.match(THEIRS);
  if (theirs) {
    return said(reading.spoken.team, theirs);
  }
  const mine = lower.match(MINE);
  const [only, ...others] = context.teams ?? [];
  // "just my team" says who may look, not who owns it.
  const isAccess =
    mine &&
    /\b(?:just|only|but|restricted to|visible to) (?:for |to )?$/u.test(
      lower.slice(0, mine.index),
    );
  return mine && !isAccess && only && others.length === 0
    ? said(only, mine)
    : undefined;
};
