import {
  defineIntent,
  type Answer,
  type IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { say } from '../words';
import {
  findEnvironment,
  findTarget,
  settleTarget,
  thingsIn,
  type Target,
} from './finding';
import { listPermissionsPhrases } from './list-permissions.phrases';
import { targetParameter } from './parameters';
import {
  accessDetails,
  accessSentence,
  personItem,
  siteItem,
} from './permissions';

const parameters = z.object({ target: targetParameter });

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
    const { target, missing } = settleTarget(
      params.target,
      say`Whose access do you mean?`,
      context,
    );
    return { params: { target }, missing };
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
