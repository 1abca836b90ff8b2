import {
  aiopsAgentUsePermission,
  type IntentInfo,
  type Turn,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { Intent } from '@aiops-portal/plugin-aiops-agent-node';
import type { Router } from 'express';
import { z } from 'zod';
import type { IntentOutcome } from '../intents';
import type { Guard } from './guard';
import type { RouterDeps } from './types';
import { sayAgain } from '../words';

/** What is told of an intent to those who might ask for it. */
export function intentInfo(intent: Intent): IntentInfo {
  const { name, title, kind, risk, examples } = intent;
  return {
    name,
    title: sayAgain(title),
    kind,
    risk,
    examples,
    parameters: z.toJSONSchema(intent.parameters) as IntentInfo['parameters'],
  };
}

/** An outcome as a turn that belongs to no conversation. */
function turnOf(
  outcome: IntentOutcome,
  message: { id: string; at: Date },
): Turn {
  const { intent, params } = outcome;
  const base = {
    id: message.id,
    role: 'assistant' as const,
    at: message.at.toISOString(),
    intent,
    params,
  };
  switch (outcome.kind) {
    case 'missing': {
      const { text, suggestions } = outcome;
      return {
        reply: text,
        intent,
        params,
        message: { ...base, text, suggestions },
      };
    }
    case 'plan': {
      const { plan } = outcome;
      return {
        reply: plan.summary,
        intent,
        params,
        plan,
        message: { ...base, text: plan.summary, plan },
      };
    }
    default: {
      const { answer, plan } = outcome;
      const { proposal: _, ...shown } = answer;
      return {
        reply: answer.text,
        intent,
        params,
        change: answer.change,
        ...(plan && { plan }),
        message: { ...base, ...shown, ...(plan && { plan }) },
      };
    }
  }
}

/** `/intents`: what one may ask for, and asking for it without language. */
export function addIntentRoutes(
  router: Router,
  guard: Guard,
  deps: Pick<RouterDeps, 'clock' | 'randomId'> & {
    intents: RouterDeps['services']['intents'];
  },
): void {
  const { intents, clock, randomId } = deps;
  router.get(
    '/v1/intents',
    guard(aiopsAgentUsePermission, async (_req, res) => {
      res.json({ items: intents.intents().map(intentInfo) });
    }),
  );
  router.post(
    '/v1/intents/:name',
    guard(aiopsAgentUsePermission, async (req, res, person) => {
      const { params = {}, entityRef } = req.body;
      const outcome = await intents.run({
        intent: req.params.name,
        params,
        person,
        entityRef,
      });
      res.json(turnOf(outcome, { id: randomId(), at: clock() }));
    }),
  );
}
