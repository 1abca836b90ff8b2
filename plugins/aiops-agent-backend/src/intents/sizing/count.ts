import { InputError } from '@backstage/errors';
import type { ThingSize } from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';

/** How a number of copies may be said; the first that is given counts. */
export interface SaidCount {
  replicas?: number;
  add?: number;
  factor?: number;
  direction?: 'up' | 'down';
}

/** Up to so many, more means twice as many; beyond them half as many again. */
const DOUBLES_UP_TO = 4;

/** The copies that run at least. */
export function copiesOf({ copies, autoscaler }: ThingSize): number {
  return autoscaler ? autoscaler.minimum : copies;
}

/** `up` and `down` where no number was said: doubled, halved. */
export function sensibleCount(copies: number, direction: 'up' | 'down') {
  if (direction === 'down') {
    return Math.ceil(copies / 2);
  }
  return copies <= DOUBLES_UP_TO ? copies * 2 : copies + Math.ceil(copies / 2);
}

/**
 * The number of copies that is wanted; undefined where nothing says it.
 *
 * @throws InputError when that would be fewer than one.
 */
export function wantedCount(
  said: SaidCount,
  size: ThingSize,
  name: string,
): number | undefined {
  const copies = copiesOf(size);
  const { replicas, add, factor, direction } = said;
  if (replicas !== undefined) {
    return replicas;
  }
  if (
    direction === 'down' &&
    add === undefined &&
    factor === undefined &&
    copies === 1
  ) {
    throw new InputError(
      say`"${name}" runs as one copy already; with fewer it would be gone. Nothing was changed. To save money, give it a smaller size.`,
    );
  }
  if (add !== undefined) {
    // "Two fewer" may come as a number without its sign.
    return copies + (direction === 'down' ? -Math.abs(add) : add);
  }
  if (factor !== undefined) {
    const share = direction === 'down' && factor > 1 ? 1 / factor : factor;
    return Math.max(1, Math.round(copies * share));
  }
  return direction && sensibleCount(copies, direction);
}
