import {
  defineIntent,
  type Answer,
  type IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { say } from '../words';
import {
  askForTarget,
  findEnvironment,
  findTarget,
  impliedTarget,
  nameOf,
  thingsIn,
  type Target,
} from './finding';
import { listPermissionsPhrases } from './list-permissions.phrases';
import {
  accessDetails,
  accessSentence,
  personItem,
  siteItem,
} from './permissions';

const parameters = z.object({
  target: z
    .string()
    .optional()
    .describe('An application, a database or an environment'),
});

async function permissionsOf(
  target: Target,
  context: IntentContext,
): Promise<Answer | undefined> {
  const environment =
    target.kind === 'environment'
      ? target.environment
      : findEnvironment(target.thing.environment, context);
  if (!environment) {
    return undefined;
  }
  const access = await context.accessTo(environment);
  const things =
    target.kind === 'environment'
      ? thingsIn(environment.name, context.platform)
      : [target.thing];
  return {
    text: accessSentence(target, access),
    items: [
      ...access.people.map(who => personItem(who, context)),
      ...things
        .filter(({ hosts }) => hosts.length > 0)
        .map(thing => siteItem(thing, access.team)),
    ],
    details: accessDetails(access, context),
  };
}

/** Who may see, change and approve, and whom a site opens for. */
export const listPermissions = defineIntent({
  name: 'list_permissions',
  title: 'See who has access',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: listPermissionsPhrases,

  async prepare(params, context) {
    const target = params.target
      ? findTarget(params.target, context)
      : impliedTarget(context);
    if (target) {
      return { params: { target: nameOf(target) }, missing: [] };
    }
    const question = askForTarget({
      parameter: 'target',
      text: say`Whose access do you mean?`,
      said: params.target,
      context,
    });
    return { params: {}, missing: [question] };
  },

  async answer(params, context) {
    const target = params.target && findTarget(params.target, context);
    const found = target ? await permissionsOf(target, context) : undefined;
    return (
      found ?? {
        text: say`There is nothing of that name that I can show you.`,
      }
    );
  },
});
