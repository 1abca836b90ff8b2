import { aiopsAgentUsePermission } from '@aiops-portal/plugin-aiops-agent-common';
import type { Router } from 'express';
import { homeOf } from '../intents';
import type { Guard } from './guard';
import type { Services } from './types';

/** `/ping`: whether my token is accepted. */
export function addPingRoute(router: Router, guard: Guard): void {
  router.get(
    '/v1/ping',
    guard(aiopsAgentUsePermission, async (_req, res) => {
      res.status(204).end();
    }),
  );
}

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
