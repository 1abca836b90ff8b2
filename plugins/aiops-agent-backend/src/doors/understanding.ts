import { aiopsAgentUsePermission } from '@aiops-portal/plugin-aiops-agent-common';
import type { Router } from 'express';
import type { ConversationService } from '../conversation/types';
import type { Guard } from './guard';

/** `/understand`: what a message means; nothing is done. */
export function addUnderstandingRoute(
  router: Router,
  guard: Guard,
  conversations: Pick<ConversationService, 'understand'>,
): void {
  router.post(
    '/v1/understand',
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      res.json(await conversations.understand(req.body, person));
    }),
  );
}
