import {
  aiopsAgentRequestPermission,
  aiopsAgentUsePermission,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { Router } from 'express';
import type { Guard } from './guard';
import type { Services } from './types';

/** `/plans`: mine; agreeing to one, and saying no. */
export function addPlanRoutes(
  router: Router,
  guard: Guard,
  services: Pick<Services, 'plans' | 'changes'>,
): void {
  const { plans, changes } = services;
  const path = '/v1/plans/:id';

  router.get(
    path,
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      res.json(await plans.get(req.params.id, person.userRef));
    }),
  );
  router.post(
    `${path}/confirm`,
    guard(aiopsAgentRequestPermission, async (req, res, person) => {
      const { hash } = req.body;
      res.json(await changes.confirm({ planId: req.params.id, hash, person }));
    }),
  );
  router.post(
    `${path}/dismiss`,
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      res.json(await plans.dismiss(req.params.id, person.userRef));
    }),
  );
}
