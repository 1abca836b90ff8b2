import type { StateHandler } from './types';

/** Agreed and approved: its work begins. */
export const queued: StateHandler = async (change, context) => ({
  transition: 'start',
  patch: { startedAt: change.startedAt ?? context.now().toISOString() },
});
