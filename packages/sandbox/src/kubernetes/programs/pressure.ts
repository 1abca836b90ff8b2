import { quantity } from '../values/quantity';

/** From this share of its processor time on, requests wait for each other. */
const BUSY = 0.7;
const FULL = 0.95;
/** What a machine gives a container without a limit, in cores. */
const UNLIMITED = 8;
const QUICK_MS = 35;
const SLOW_MS = 1_400;
const SLOWEST_MS = 29_000;

/** The processor time that a container may use, in cores. */
export function cpuAllowed(container: any): number {
  return quantity(container.resources?.limits?.cpu) || UNLIMITED;
}

/**
 * How long a request takes, in milliseconds, where so much is wanted of what
 * is allowed (1 is all of it): constant at first, longer the fuller it gets,
 * and beyond that as long as the queue that forms.
 */
export function answerTime(pressure: number, chance: number): number {
  const spread = 0.5 + chance;
  if (pressure < BUSY) {
    return QUICK_MS * spread;
  }
  if (pressure < FULL) {
    return (QUICK_MS * spread * (1 - BUSY)) / (1 - pressure);
  }
  return Math.min(SLOWEST_MS, SLOW_MS * spread * pressure ** 2);
}
