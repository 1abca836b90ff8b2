import {
  aiopsAgentUsePermission,
  type Blueprint,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { BlueprintInfo } from '@aiops-portal/plugin-aiops-agent-node';
import type { Router } from 'express';
import type { Guard } from './guard';
import type { Services } from './types';

function shown(info: BlueprintInfo): Blueprint {
  const { name, title, description, role, needsImage } = info;
  return { name, title, description, role, needsImage };
}

/** `/blueprints`: what can be deployed, for forms to choose from. */
export function addBlueprintRoute(
  router: Router,
  guard: Guard,
  intents: Pick<Services['intents'], 'context'>,
): void {
  router.get(
    '/v1/blueprints',
    guard(aiopsAgentUsePermission, async (_req, res, person) => {
      const { compose } = await intents.context({ person });
      const items = compose.blueprints().map(shown);
      items.sort((a, b) => a.title.localeCompare(b.title));
      res.json({ items });
    }),
  );
}
