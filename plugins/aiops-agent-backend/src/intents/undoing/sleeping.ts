import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import { ConflictError } from '@backstage/errors';
import type {
  IntentContext,
  PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
import { actIn, given, joinParts, keepDays } from '../drafting';
import { dayWord, together } from '../wording';
import { checkNobodyElseNeeds, type Created } from './created';
import { say } from '../../words';

/** Undoing is judged as what it amounts to, so that it is no way around. */
interface Direction {
  deletes: boolean;
  judgedAs: string;
}

function undoingDraft(
  change: Change,
  created: Created,
  part: ReturnType<typeof joinParts>,
  direction: Direction,
  words: Pick<
    PlanDraft,
    'title' | 'summary' | 'outcome' | 'confirmLabel' | 'undo'
  >,
  params: Record<string, unknown>,
): PlanDraft {
  const { team, tier } = created.home;
  const { deletes, judgedAs } = direction;
  return {
    ...words,
    team,
    intents: [{ intent: 'undo_request', params }],
    ...part,
    values: { ...part.values, undoes: change.id },
    risk: tier === 'prod' ? 'medium' : 'low',
    fields: [],
    acts: [actIn(created.home, { intent: judgedAs, deletes })],
    undoes: change.id,
  };
}

function namesOf(created: Created): string {
  return together(created.targets.map(({ name }) => `**${name}**`));
}

/**
 * What a request made is put to sleep, to be removed on a day.
 *
 * @throws ConflictError when it sleeps already, or others depend on it.
 */
export function planSleeping(
  change: Change,
  root: Change,
  created: Created,
  removeAfter: Date | undefined,
  context: IntentContext,
): PlanDraft {
  checkNobodyElseNeeds(created, root, context);
  const awake = created.targets.filter(({ asleep }) => !asleep);
  if (awake.length === 0) {
    throw new ConflictError(
      say`What ${root.id} made is asleep already. Nothing else was changed.`,
    );
  }
  const part = joinParts(
    awake.map(target => context.compose.sleep(target, removeAfter)),
  );
  const until = removeAfter
    ? say` until ${dayWord(removeAfter)}, then removed`
    : '';
  return undoingDraft(
    change,
    created,
    part,
    {
      deletes: true,
      judgedAs: created.environment
        ? 'delete_environment'
        : 'delete_application',
    },
    {
      title: say`Undo ${change.id}: ${root.title}`,
      summary: say`I'd put ${namesOf(
        created,
      )} to sleep: out of reach, with all data kept${until}.`,
      outcome: say`${namesOf(
        created,
      )} asleep: out of reach, with all data kept${until}.`,
      confirmLabel: say`Yes, undo it`,
      undo: { days: keepDays(context), text: say`to bring it back as it was` },
    },
    given({ request: change.id, removeAfter: removeAfter?.toISOString() }),
  );
}

/**
 * What an undoing put to sleep is woken.
 *
 * @throws ConflictError when it is awake already, or has been removed.
 */
export function planWaking(
  change: Change,
  root: Change,
  created: Created,
  context: IntentContext,
): PlanDraft {
  const asleep = created.targets.filter(target => target.asleep);
  if (asleep.length === 0) {
    throw new ConflictError(
      say`What ${root.id} made is awake already. Nothing else was changed.`,
    );
  }
  const part = joinParts(asleep.map(target => context.compose.wake(target)));
  return undoingDraft(
    change,
    created,
    part,
    { deletes: false, judgedAs: 'wake_environment' },
    {
      title: say`Bring back ${root.title}`,
      summary: say`I'd wake ${namesOf(
        created,
      )}, as it was before it was put to sleep.`,
      outcome: say`${namesOf(created)} awake, as before it was put to sleep.`,
      confirmLabel: say`Yes, bring it back`,
      undo: { days: keepDays(context), text: say`to put it back to sleep` },
    },
    { request: change.id },
  );
}
