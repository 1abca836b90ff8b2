import {
  aiopsAgentRequestPermission,
  aiopsAgentUsePermission,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { Router } from 'express';
import type { Guard } from './guard';
import type { CredentialService } from '../secrets';

/** `/credentials`: which there are, and their values, once, to the owner. */
export function addCredentialRoutes(
  router: Router,
  guard: Guard,
  credentials: CredentialService,
): void {
  const path = '/v1/credentials/:environment/:name';

  router.get(
    path,
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      const { environment, name } = req.params;
      res.json(await credentials.info(environment, name, person));
    }),
  );
  router.post(
    `${path}/reveal`,
    guard(aiopsAgentRequestPermission, async (req, res, person) => {
      const { environment, name } = req.params;
      const revealed = await credentials.reveal(environment, name, person);
      res.set('Cache-Control', 'no-store').json(revealed);
    }),
  );
}
