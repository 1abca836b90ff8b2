import { aiopsAgentUsePermission } from '@aiops-portal/plugin-aiops-agent-common';
import type { Router } from 'express';
import { detailsOf } from '../intents';
import type { Guard } from './guard';
import type { Services } from './types';

/** `/things`: what the pages of the catalog show of a thing. */
export function addThingRoute(
  router: Router,
  guard: Guard,
  intents: Pick<Services['intents'], 'context'>,
): void {
  router.get(
    '/v1/things/:kind/:namespace/:name',
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      const { kind, namespace, name } = req.params;
      const entityRef = `${kind}:${namespace}/${name}`;
      const context = await intents.context({ person, entityRef });
      res.json(await detailsOf({ kind, namespace, name }, context));
    }),
  );
}
