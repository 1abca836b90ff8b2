import { isOverdue } from './deadline';
import type { StateHandler } from './types';

/** People move it on; without an answer it expires. */
export const awaitingApproval: StateHandler = async (change, context) =>
  isOverdue(change, context.now()) ? { transition: 'expire' } : { wait: true };
