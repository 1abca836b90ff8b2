import { kebabCase } from '../text';
import type { Extractor } from '../types';
import { said, spanOf } from './match';

const MINE = /\b(?:my|our|the) (?:own )?(?:team|group|department)(?:'s)?\b/u;
const NOT_NAMES =
  /^(?:the|a|an|my|our|your|this|that|whole|entire|new|other|another|same|which|what|each|every|any|own|for|dev|just|only|small|and|or|to|another|whose)$/;
/** Without one of these no team is described, which is quickly seen. */
const GROUPS = /team|group|department|people|folks|guys|crew/u;
const NAMED = [
  /\b(?:for|of|by|to|from|in|the|does|did|has|is|can) (?:the )?([a-z][a-z0-9-]*) (?:team|group|department|people|folks|guys|crew)(?:'s)?\b/u,
  /\bteam ?[:=]? ?(?:called |named |is )?([a-z][a-z0-9-]*)\b/u,
  /\b([a-z][a-z0-9-]*) team(?:'s)?\b/u,
];
/** What may follow "team" without being its name. */
const AFTER_TEAM =
  /^(?:is|has|have|can|could|may|will|would|use[sd]?|using|need|needs|want|wants|spend|spends|spent|own|owns|get|gets|still|please|pls|only|members?|in|on|at|of|and|with|left|so|now|do|does|did|have|environments?|envs?|quota|budget|requests?|called|to|for|this|that|low|high|i|we|today|internal|access|site|website|wiki|blog|page|events?|meeting|space|create|request|made|make|see|run|runs|web)$/;

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
  if (mention) {
    const before = lower.slice(0, mention.start);
    const after = lower.slice(mention.end);
    if (
      /\b(?:for|of|by|team|from|in|does|did|has|is|are|can|may|:|=)(?: the| team| our)? ?$/u.test(
        before,
      ) ||
      /^(?:'s)?(?: team| group| department| people| folks|\?|$)/u.test(after) ||
      /^'s\b|^ (?:have|has|own|owns|pay|pays|spend|spends|use|uses|can|may|needs?|wants?|requires?|goes|go|costs?|would|should|quota|budget|limits?|requests|environments|envs|costs?|spending|alert|\d[\d.]*$)\b/u.test(
        after,
      )
    ) {
      return { value: mention.name, spans: [mention] };
    }
  }
  const groups = GROUPS.test(lower);
  for (const pattern of groups ? NAMED : []) {
    const match = lower.match(pattern);
    if (match && !NOT_NAMES.test(match[1]) && !AFTER_TEAM.test(match[1])) {
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
