import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { deployApplicationPhrases } from './deploy-application.phrases';
import {
  deployApplicationParameters,
  planApplication,
  prepareApplication,
} from './deploying';

/** An application from a blueprint, with the environment and data it needs. */
export const deployApplication = defineIntent({
  name: 'deploy_application',
  title: 'Deploy an application',
  kind: 'change',
  risk: 'low',
  parameters: deployApplicationParameters,
  examples: deployApplicationPhrases,
  prepare: prepareApplication,
  plan: async (params, context) => planApplication(params, context),
});
