import type {
  Command,
  Pending,
  Understanding,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { UnderstandInput } from '@aiops-portal/plugin-aiops-agent-node';
import type { Understands } from './ports';
import type { DialogueState, PendingWish } from './state';

const changes = ({ command }: Command) =>
  command === 'correct' || command === 'provide';

function toPending(
  { intent, params }: Pick<PendingWish, 'intent' | 'params'>,
  { questions, planId }: PendingWish,
): Pending {
  return {
    intent,
    params,
    missing: questions.map(({ parameter }) => parameter),
    plan: planId !== undefined,
  };
}

/** Says all that it says for one intent; the others have nothing to add. */
function isComplete({ commands }: Understanding): boolean {
  return commands.some(({ command }) =>
    ['confirm', 'deny', 'cancel', 'greet', 'thank'].includes(command),
  );
}

/** The same message as the intents of a joined plan understand it, as one. */
function combine(all: Understanding[]): Understanding {
  const changing = all.filter(({ commands }) => commands.some(changes));
  if (changing.length < 2) {
    return changing[0] ?? all[0];
  }
  // About several of them at once: the new plan is shown before it is agreed to.
  const said = changing.flatMap(({ commands }) => commands.filter(changes));
  const params = Object.assign({}, ...said.map(one => one.params));
  return {
    ...changing[0],
    params,
    commands: [{ command: said[0].command, params }],
  };
}

function answers(
  { commands }: Understanding,
  { questions }: PendingWish,
): boolean {
  const [{ command, params = {} }] = commands;
  return (
    command === 'provide' &&
    questions.some(({ parameter, choices }) =>
      choices
        ? choices.some(({ value }) => value === params[parameter])
        : params[parameter] !== undefined,
    )
  );
}

/**
 * What is said beside an open question may be about what that interrupted:
 * then this is how it changes it. A yes alone is not, for it isn't plain what
 * it would agree to.
 */
export async function understandBack(
  state: DialogueState,
  input: UnderstandInput,
  understanding: Pick<Understands, 'understand'>,
  here: Understanding | undefined,
): Promise<{ understood: Understanding; state: DialogueState } | undefined> {
  const { pending, interrupted } = state;
  if (!pending || !interrupted || (here && answers(here, pending))) {
    return undefined;
  }
  const back = { ...state, pending: interrupted, interrupted: undefined };
  const there = await understandIn(back, input, understanding);
  const change = there?.commands.find(changes);
  return there && change && Object.keys(change.params ?? {}).length > 0
    ? { understood: { ...there, commands: [change] }, state: back }
    : undefined;
}

/**
 * Understands a message in a conversation, which may wait for something: for a
 * plan of several intents, any of which the message may be about.
 */
export async function understandIn(
  state: DialogueState,
  input: UnderstandInput,
  understanding: Pick<Understands, 'understand'>,
): Promise<Understanding | undefined> {
  const { pending } = state;
  if (!pending) {
    return understanding.understand(input);
  }
  const read = (part: Pick<PendingWish, 'intent' | 'params'>) =>
    understanding.understand({ ...input, pending: toPending(part, pending) });
  const understood = [await read(pending)].flatMap(one => one ?? []);
  for (const part of pending.joined ?? []) {
    if (!understood.some(isComplete)) {
      understood.push(...[await read(part)].flatMap(one => one ?? []));
    }
  }
  return understood.length > 0 ? combine(understood) : undefined;
}
