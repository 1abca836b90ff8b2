import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { planData, prepareData, type DataKind } from './deploy-data';
import { deployCachePhrases } from './deploy-cache.phrases';

const parameters = z.object({
  engine: z.string().optional().describe('redis or valkey'),
  name: z.string().optional().describe('What it is called'),
  environment: z.string().optional().describe('Where it lives'),
  size: z.enum(['small', 'medium', 'large']).optional(),
});

const CACHE: DataKind = {
  intent: 'deploy_cache',
  role: 'cache',
  suffix: 'cache',
  usualEngine: 'redis',
};

/** A cache in an environment that is there. */
export const deployCache = defineIntent({
  name: 'deploy_cache',
  title: 'Add a cache',
  kind: 'change',
  risk: 'low',
  parameters,
  examples: deployCachePhrases,
  prepare: async (params, context) => prepareData(params, CACHE, context),
  plan: async (params, context) => planData(params, CACHE, context),
});
