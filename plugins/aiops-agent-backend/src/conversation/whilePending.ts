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
