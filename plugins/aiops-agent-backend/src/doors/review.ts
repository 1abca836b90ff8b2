import {
  aiopsAgentReviewPermission,
  aiopsAgentUsePermission,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { Router } from 'express';
import type { Review } from '../conversation';
import type { Guard } from './guard';

/** Whether answers helped; and for admins, how messages were understood. */
export function addReviewRoutes(
  router: Router,
  guard: Guard,
  review: Pick<Review, 'rate' | 'page' | 'labelled' | 'setMeaning'>,
): void {
  const feedback = '/v1/conversations/:id/messages/:messageId/feedback';

  router.put(
    feedback,
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      const { id: conversationId, messageId } = req.params;
      await review.rate({ conversationId, messageId }, req.body, person);
      res.json(req.body);
    }),
  );
  router.delete(
    feedback,
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      const { id: conversationId, messageId } = req.params;
      await review.rate({ conversationId, messageId }, undefined, person);
      res.status(204).end();
    }),
  );
  router.get(
    '/v1/understood',
    guard(aiopsAgentReviewPermission, async (req, res, person) => {
      res.json(await review.page(req.query, person));
    }),
  );
  router.get(
    '/v1/understood/labelled',
    guard(aiopsAgentReviewPermission, async (_req, res, person) => {
      const lines = await review.labelled(person);
      res.type('application/x-ndjson').send(lines);
    }),
  );
  router.put(
    '/v1/understood/:messageId/meaning',
    guard(aiopsAgentReviewPermission, async (req, res, person) => {
      const { messageId } = req.params;
      res.json(await review.setMeaning(messageId, req.body, person));
    }),
  );
}
