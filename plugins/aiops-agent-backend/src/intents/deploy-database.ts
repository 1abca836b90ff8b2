import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { planData, prepareData, type DataKind } from './deploy-data';
import { deployDatabasePhrases } from './deploy-database.phrases';

const parameters = z.object({
  engine: z.string().optional().describe('postgresql, mysql, mariadb, …'),
  name: z.string().optional().describe('What it is called'),
  environment: z.string().optional().describe('Where it lives'),
  size: z.enum(['small', 'medium', 'large']).optional(),
  storage: z.string().optional().describe('Disk, such as 20Gi'),
});

const DATABASE: DataKind = {
  intent: 'deploy_database',
  role: 'database',
  suffix: 'db',
};

/** A database in an environment that is there. */
export const deployDatabase = defineIntent({
  name: 'deploy_database',
  title: 'Add a database',
  kind: 'change',
  risk: 'low',
  parameters,
  examples: deployDatabasePhrases,
  prepare: async (params, context) => prepareData(params, DATABASE, context),
  plan: async (params, context) => planData(params, DATABASE, context),
});
