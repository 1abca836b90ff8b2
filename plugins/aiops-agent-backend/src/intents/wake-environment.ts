import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { say } from '../words';
import { chosenEnvironment, sleepDraft, whichEnvironment } from './sleeping';
import { wakeEnvironmentPhrases } from './wake-environment.phrases';

const parameters = z.object({
  environment: z.string().optional().describe('Which environment'),
});

/** Starts again all that went to sleep together with an environment. */
export const wakeEnvironment = defineIntent({
  name: 'wake_environment',
  title: 'Wake an environment',
  kind: 'change',
  risk: 'low',
  parameters,
  examples: wakeEnvironmentPhrases,
  prepare: async (params, context) =>
    whichEnvironment(params, context, say`Which environment shall I wake?`),

  async plan(params, context) {
    const environment = chosenEnvironment(params, context);
    const { name } = environment;
    if (!environment.asleep) {
      throw new InputError(
        say`"${name}" is awake already, so nothing was changed.`,
      );
    }
    return sleepDraft({
      intent: 'wake_environment',
      environment,
      part: context.compose.wake(environment),
      title: say`Wake ${name}`,
      summary: say`I'd wake **${name}**: what ran in it when it fell asleep runs again. Fine?`,
      outcome: say`**${name}** is awake.`,
      confirmLabel: say`Yes, wake it`,
      context,
    });
  },
});
