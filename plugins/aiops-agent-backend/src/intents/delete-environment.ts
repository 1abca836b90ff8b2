import { NotFoundError } from '@backstage/errors';
import {
  defineIntent,
  type Environment,
  type IntentContext,
  type PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { say } from '../words';
import { deleteEnvironmentPhrases } from './delete-environment.phrases';
import {
  checkNotDeleted,
  consequences,
  deletionDraft,
  listedWord,
  removalDay,
} from './deleting';
import { chooseEnvironment, thingsIn } from './finding';
import { tierWord, together } from './wording';

const parameters = z.object({
  environment: z.string().optional().describe('The environment that goes'),
});

function draftOf(environment: Environment, context: IntentContext): PlanDraft {
  checkNotDeleted(environment);
  const things = thingsIn(environment.name, context.platform);
  const name = `**${environment.name}**`;
  const kind = tierWord(environment.tier);
  const question =
    things.length > 0
      ? say`Delete ${name}, a ${kind} environment, with ${together(
          things.map(thing => listedWord(thing, context)),
        )}?`
      : say`Delete ${name}, a ${kind} environment with nothing in it?`;
  return deletionDraft(
    {
      intent: 'delete_environment',
      params: { environment: environment.name },
    },
    { target: environment, home: environment },
    context.compose.sleep(environment, removalDay(context)),
    `${question} ${consequences(things, context)}`,
    context,
  );
}

/** Puts an environment to sleep, to be removed with all in it on a day. */
export const deleteEnvironment = defineIntent({
  name: 'delete_environment',
  title: 'Delete an environment',
  kind: 'change',
  risk: 'high',
  parameters,
  examples: deleteEnvironmentPhrases,

  async prepare(params, context) {
    const choice = chooseEnvironment(
      params.environment,
      context,
      say`Which environment shall be deleted?`,
    );
    return 'question' in choice
      ? { params: {}, missing: [choice.question] }
      : { params: { environment: choice.environment.name }, missing: [] };
  },

  async plan(params, context) {
    const environment = context.platform.environments.find(
      ({ name }) => name === params.environment,
    );
    if (!environment) {
      throw new NotFoundError(
        say`There is no environment "${
          params.environment ?? ''
        }" any more, so nothing was changed.`,
      );
    }
    return draftOf(environment, context);
  },
});
