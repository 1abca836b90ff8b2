import type { ChangeState } from '@aiops-portal/plugin-aiops-agent-common';
import { awaitingApproval } from './awaitingApproval';
import { committing } from './committing';
import { queued } from './queued';
import { syncing } from './syncing';
import type { StateHandler } from './types';
import { verifying } from './verifying';

/** What workers do with a request in each state; none where it has ended. */
export const STATE_HANDLERS: Partial<Record<ChangeState, StateHandler>> = {
  'awaiting-approval': awaitingApproval,
  queued,
  committing,
  syncing,
  verifying,
};
