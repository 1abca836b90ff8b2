import { InputError } from '@backstage/errors';
import {
  formatBytes,
  formatCpu,
  type ChosenIntent,
  type Deployed,
  type IntentContext,
  type Measure,
  type ThingSize,
} from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';
import { copiesOf, sensibleCount } from './count';

/** From this share of what it may use on, something is short of it. */
const SHORT = 0.8;
/** What is taken away leaves this much more than what is used. */
const ROOM = 1.5;
/** Nobody gains from less than this: cores and bytes. */
const LEAST = { cpu: 0.05, memory: 64 * 1024 ** 2 };

const shareOf = ({ used, limit }: Measure) =>
  limit === undefined || limit === 0 ? undefined : used / limit;

/** What each copy is to have then, as Kubernetes quantities. */
export interface Amounts {
  cpu?: string;
  memory?: string;
}

function doubled(
  size: ThingSize,
  which: { cpu: boolean; memory: boolean },
): Amounts {
  return {
    ...(which.cpu &&
      size.cpu !== undefined && { cpu: formatCpu(size.cpu * 2) }),
    ...(which.memory &&
      size.memory !== undefined && { memory: formatBytes(size.memory * 2) }),
  };
}

function canScale(
  thing: Deployed,
  copies: number,
  context: IntentContext,
): boolean {
  try {
    context.compose.scale(thing, copies);
    return thing.role === 'application';
  } catch (error) {
    // The composer says in its sentence why this thing can't be more copies.
    if (error instanceof InputError) {
      return false;
    }
    throw error;
  }
}

/**
 * What "more resources" is: of what it runs short of, as measured, and of
 * both where nothing is measured or nothing is short. One whose CPU is used
 * up gets more copies too, where it can have some.
 */
export function moreOf(
  thing: Deployed,
  size: ThingSize,
  context: IntentContext,
): { amounts: Amounts } | { together: ChosenIntent[] } {
  const measures = context.runtime.measures(thing);
  const cpu = measures && (shareOf(measures.cpu) ?? 0) >= SHORT;
  const memory = measures && (shareOf(measures.memory) ?? 0) >= SHORT;
  const amounts = doubled(size, {
    cpu: cpu || !memory,
    memory: memory || !cpu,
  });
  const copies = sensibleCount(copiesOf(size), 'up');
  return cpu && canScale(thing, copies, context)
    ? {
        together: [
          {
            intent: 'scale_application',
            params: { application: thing.name, replicas: copies },
          },
          {
            intent: 'resize_application',
            params: { application: thing.name, ...amounts },
          },
        ],
      }
    : { amounts };
}

/**
 * What "less resources" is: half, as far as what is used leaves room for.
 *
 * @throws InputError where it uses what it has.
 */
export function lessOf(
  thing: Deployed,
  size: ThingSize,
  context: IntentContext,
): Amounts {
  const measures = context.runtime.measures(thing);
  const copies = Math.max(1, copiesOf(size));
  const half = (resource: 'cpu' | 'memory') => {
    const now = size[resource];
    const used = measures && measures[resource].used / copies;
    return now !== undefined &&
      now / 2 >= LEAST[resource] &&
      (used === undefined || used * ROOM <= now / 2)
      ? now / 2
      : undefined;
  };
  const cpu = half('cpu');
  const memory = half('memory');
  if (cpu === undefined && memory === undefined) {
    throw new InputError(
      say`"${thing.name}" needs what it has: with half of it there would be no room left. Nothing was changed. Say how much it shall have if you want it smaller all the same.`,
    );
  }
  return {
    ...(cpu !== undefined && { cpu: formatCpu(cpu) }),
    ...(memory !== undefined && { memory: formatBytes(memory) }),
  };
}
