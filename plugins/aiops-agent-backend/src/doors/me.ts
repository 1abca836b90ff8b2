import { aiopsAgentUsePermission } from '@aiops-portal/plugin-aiops-agent-common';
import type { Router } from 'express';
import { homeOf } from '../intents';
import type { Guard } from './guard';
import type { Services } from './types';

/** `/me`: who I am here, what is mine and how it is. */
export function addMeRoute(
  router: Router,
  guard: Guard,
  intents: Pick<Services['intents'], 'context'>,
): void {
  router.get(
    '/v1/me',
    guard(aiopsAgentUsePermission, async (_req, res, person) => {
      res.json(await homeOf(await intents.context({ person })));
    }),
  );
}
