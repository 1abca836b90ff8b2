import {
  aiopsAgentApprovePermission,
  aiopsAgentRequestPermission,
  aiopsAgentUsePermission,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { RequestingPerson } from '@aiops-portal/plugin-aiops-agent-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Request, Response, Router } from 'express';
import type { ChangeService } from '../changes/types';
import { EventStream } from './events';
import type { Guard } from './guard';
import { isUnexpected, shownError } from './sentences';
import type { Services } from './types';

/** `/changes`: change requests, following them and acting on them. */
export function addChangeRoutes(
  router: Router,
  guard: Guard,
  deps: Pick<Services, 'changes' | 'intents'> & { logger: LoggerService },
): void {
  const { changes, intents, logger } = deps;
  const path = '/v1/changes/:id';

  router.get(
    '/v1/changes',
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      const { state, role } = req.query as {
        state?: string;
        role?: 'requester' | 'approver';
      };
      res.json({ items: await changes.list({ state, role }, person) });
    }),
  );
  router.get(
    path,
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      res.json(await changes.get(req.params.id, person));
    }),
  );
  router.get(
    `${path}/events`,
    guard(aiopsAgentUsePermission, (req, res, person) =>
      follow(req, res, person, { changes, logger }),
    ),
  );
  router.post(
    `${path}/cancel`,
    guard(aiopsAgentRequestPermission, async (req, res, person) => {
      res.json(await changes.cancel(req.params.id, person));
    }),
  );
  router.post(
    `${path}/undo`,
    guard(aiopsAgentRequestPermission, async (req, res, person) => {
      const outcome = await intents.run({
        intent: 'undo_request',
        params: { request: req.params.id },
        person,
        internal: true,
      });
      if (outcome.kind !== 'plan') {
        throw new Error(`Undoing ${req.params.id} led to no plan`);
      }
      res.json(outcome.plan);
    }),
  );
  router.post(
    `${path}/approve`,
    guard(aiopsAgentApprovePermission, async (req, res, person) => {
      const { hash } = req.body;
      res.json(await changes.approve(req.params.id, hash, person));
    }),
  );
  router.post(
    `${path}/reject`,
    guard(aiopsAgentApprovePermission, async (req, res, person) => {
      const { hash, reason } = req.body;
      res.json(await changes.reject(req.params.id, hash, reason, person));
    }),
  );
}

async function follow(
  req: Request,
  res: Response,
  person: RequestingPerson,
  deps: { changes: ChangeService; logger: LoggerService },
): Promise<void> {
  const stream = new EventStream(res);
  try {
    const steps = deps.changes.follow(req.params.id, person, stream.signal);
    for await (const change of steps) {
      stream.send('change', change, change.version);
    }
  } catch (error) {
    if (!stream.isOpen && !stream.signal.aborted) {
      throw error;
    }
    if (isUnexpected(error) && !stream.signal.aborted) {
      deps.logger.error('Following a change failed', error as Error);
    }
    stream.send('error', { error: shownError(error) });
  }
  stream.end();
}
