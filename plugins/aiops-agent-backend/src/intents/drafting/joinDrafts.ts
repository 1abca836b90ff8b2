import { InputError } from '@backstage/errors';
import type {
  PlanDraft,
  PlannedAct,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Risk } from '@aiops-portal/plugin-aiops-agent-common';
import { joinParts } from '../../planning/part';
import { say } from '../../words';
import { together } from '../wording';

const RISKS: Risk[] = ['none', 'low', 'medium', 'high'];

const lowerFirst = (text: string) =>
  /^\p{Lu}(?!\p{Lu})/u.test(text)
    ? text[0].toLocaleLowerCase('en-US') + text.slice(1)
    : text;

/** `2 copies become 4, and each may use 1000m of CPU instead of 500m` */
function joinTitles(titles: string[]): string {
  const [first, ...others] = titles;
  const rest = others.map(lowerFirst);
  return rest.length === 0
    ? first
    : `${[first, ...rest.slice(0, -1)].join(', ')}, ${say`and`} ${rest.at(-1)}`;
}

/** What all of it is about, where that is one thing. */
function onlySubject([first, ...others]: PlanDraft[]): string | undefined {
  return others.every(({ subject }) => subject === first.subject)
    ? first.subject
    : undefined;
}

/** As little as each of them promises; nothing where one promises nothing. */
function weakestUndo(drafts: PlanDraft[]): PlanDraft['undo'] {
  const promised = drafts.flatMap(({ undo }) => undo ?? []);
  if (promised.length < drafts.length) {
    return undefined;
  }
  const texts = new Set(promised.map(({ text }) => text));
  return {
    days: Math.min(...promised.map(({ days }) => days)),
    text: texts.size === 1 ? promised[0].text : say`to go back to how it was`,
  };
}

function uniqueBy<T>(items: T[], key: (item: T) => string): T[] {
  return [...new Map(items.map(item => [key(item), item])).values()];
}

const actKey = (act: PlannedAct) => JSON.stringify(act);

/** `marketing-web: 2 copies become 4`, where the title doesn't say what it is about. */
function named(draft: PlanDraft): PlanDraft {
  const [name] = draft.targets.map(target => target.replace(/^[^/]*\//, ''));
  return draft.subject && name
    ? { ...draft, title: `${name}: ${lowerFirst(draft.title)}` }
    : draft;
}

/**
 * Drafts as one plan that is agreed to as a whole. Each was drawn upon the
 * edits of those before it, so of edits of one file the last holds them all.
 *
 * @throws InputError when they are for different teams, each of which pays
 * for its own.
 */
export function joinDrafts(drafts: PlanDraft[]): PlanDraft {
  const [first, ...others] = drafts;
  if (others.length === 0) {
    return named(first);
  }
  if (others.some(({ team }) => team !== first.team)) {
    throw new InputError(
      say`This would be for ${together([
        ...new Set(drafts.map(({ team }) => team)),
      ])} together, and each team agrees to its own. Nothing was changed; ask for one after the other.`,
    );
  }
  const title = joinTitles(drafts.map(draft => draft.title));
  const subject = onlySubject(drafts);
  const undo = weakestUndo(drafts);
  const undoes = drafts.find(draft => draft.undoes)?.undoes;
  return named({
    ...joinParts(drafts),
    title,
    ...(subject && { subject }),
    summary: subject
      ? say`For ${subject}: ${lowerFirst(title)}. Fine, or change something?`
      : drafts.map(({ summary }) => summary).join('\n\n'),
    outcome: subject
      ? `${title}.`
      : drafts.map(({ outcome, summary }) => outcome ?? summary).join(' '),
    team: first.team,
    intents: drafts.flatMap(draft => draft.intents),
    risk: RISKS[Math.max(...drafts.map(({ risk }) => RISKS.indexOf(risk)))],
    ...(undo && { undo }),
    fields: uniqueBy(
      drafts.flatMap(({ fields }) => fields),
      ({ name }) => name,
    ),
    confirmLabel: drafts.every(
      ({ confirmLabel }) => confirmLabel === first.confirmLabel,
    )
      ? first.confirmLabel
      : say`Yes, do it`,
    acts: uniqueBy(
      drafts.flatMap(({ acts }) => acts),
      actKey,
    ),
    ...(undoes && { undoes }),
  });
}
