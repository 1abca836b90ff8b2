import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { say } from '../words';
import { hibernateEnvironmentPhrases } from './hibernate-environment.phrases';
import { chosenEnvironment, sleepDraft, whichEnvironment } from './sleeping';

const parameters = z.object({
  environment: z.string().optional().describe('Which environment'),
});

/** Stops all that runs in an environment until it is woken; data is kept. */
export const hibernateEnvironment = defineIntent({
  name: 'hibernate_environment',
  title: 'Put an environment to sleep',
  kind: 'change',
  risk: 'medium',
  parameters,
  examples: hibernateEnvironmentPhrases,
  prepare: async (params, context) =>
    whichEnvironment(
      params,
      context,
      say`Which environment shall I put to sleep?`,
    ),

  async plan(params, context) {
    const environment = chosenEnvironment(params, context);
    const { name } = environment;
    if (environment.asleep) {
      throw new InputError(
        say`"${name}" is asleep already, so nothing was changed.`,
      );
    }
    return sleepDraft({
      intent: 'hibernate_environment',
      environment,
      part: context.compose.sleep(environment),
      title: say`Put ${name} to sleep`,
      summary: say`I'd put **${name}** to sleep: nothing in it runs or can be reached until you wake it, and its data is kept. Fine?`,
      outcome: say`**${name}** sleeps, with its data kept.`,
      confirmLabel: say`Yes, put it to sleep`,
      context,
    });
  },
});
