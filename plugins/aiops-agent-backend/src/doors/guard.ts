import type { RequestingPerson } from '@aiops-portal/plugin-aiops-agent-node';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { People, RouterDeps } from './types';
import { say } from '../words';

/** A route that acts as a person. */
type PersonHandler = (
  req: Request,
  res: Response,
  person: RequestingPerson,
) => Promise<void>;

/** Wraps a route so that only people with the permission come through. */
export type Guard = (
  permission: BasicPermission,
  handler: PersonHandler,
) => RequestHandler;

/**
 * Asks the permission framework as the user.
 *
 * @throws NotAllowedError when it says no.
 */
export async function authorize(
  permission: BasicPermission,
  credentials: BackstageCredentials,
  permissions: PermissionsService,
): Promise<void> {
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      say`Your account may not do that here (it lacks "${permission.name}"), so nothing was done. Ask a platform admin if you should.`,
    );
  }
}

/** Who the credentials of a signed-in user belong to. */
export async function personOf(
  credentials: BackstageCredentials<{ type: 'user'; userEntityRef: string }>,
  people: People,
): Promise<RequestingPerson> {
  return people.resolve(credentials.principal.userEntityRef);
}

/**
 * The one place where routes are authorised: a signed-in user, the permission,
 * and who they are now. Services and strangers don't come through.
 */
export function createGuard(
  deps: Pick<RouterDeps, 'httpAuth' | 'permissions' | 'people'>,
): Guard {
  const { httpAuth, permissions, people } = deps;
  return (permission, handler) =>
    async (req: Request, res: Response, next: NextFunction) => {
      try {
        const credentials = await httpAuth.credentials(req, {
          allow: ['user'],
        });
        await authorize(permission, credentials, permissions);
        const person = await personOf(credentials, people);
        await handler(req, res, person);
      } catch (error) {
        next(error);
      }
    };
}
