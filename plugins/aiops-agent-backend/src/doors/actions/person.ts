import { aiopsAgentUsePermission } from '@aiops-portal/plugin-aiops-agent-common';
import type { RequestingPerson } from '@aiops-portal/plugin-aiops-agent-node';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { authorize, personOf } from '../guard';
import type { ActionDeps } from '../types';
import { say } from '../../words';

/**
 * The person that an action is run by. Visibility of an action is no
 * authorisation, so the permission is asked for here too.
 *
 * @throws NotAllowedError for services, and people without the permission.
 */
export async function actingPerson(
  credentials: BackstageCredentials,
  deps: ActionDeps,
): Promise<RequestingPerson> {
  if (!deps.auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError(
      say`Only a signed-in person can ask the assistant, so nothing was done. Call this with a user’s token.`,
    );
  }
  await authorize(aiopsAgentUsePermission, credentials, deps.permissions);
  return personOf(credentials, deps.people);
}
