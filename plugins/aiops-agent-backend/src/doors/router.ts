import { readFile } from 'node:fs/promises';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { json, type Router } from 'express';
import { parse } from 'yaml';
import { addBlueprintRoute } from './blueprints';
import { addChangeRoutes } from './changes';
import { addConversationRoutes } from './conversations';
import { addCredentialRoutes } from './credentials';
import { readableValidation, shownErrors } from './errors';
import { createGuard } from './guard';
import { addIntentRoutes } from './intents';
import { speakAsAsked } from './language';
import { addMeRoute, addPingRoute } from './me';
import { addPlanRoutes } from './plans';
import { addReviewRoutes } from './review';
import { addThingRoute } from './things';
import type { RouterDeps } from './types';
import { addUnderstandingRoute } from './understanding';

type OpenApiDocument = Parameters<typeof createValidatedOpenApiRouter>[0];

async function readSpec(): Promise<OpenApiDocument> {
  const path = resolvePackagePath(
    '@aiops-portal/plugin-aiops-agent-backend',
    'src/schema/openapi.yaml',
  );
  return parse(await readFile(path, 'utf8'));
}

/**
 * The REST interface below `/v1`, checked against `src/schema/openapi.yaml`,
 * which is served at `/openapi.json`. Routes authorise through one guard and
 * decide nothing.
 */
export async function createRouter(deps: RouterDeps): Promise<Router> {
  const { services, logger, clock, randomId } = deps;
  const router = createValidatedOpenApiRouter(await readSpec(), {
    middleware: [speakAsAsked(), json()],
    // The guard authenticates; the validator would look at headers alone.
    validatorOptions: { validateSecurity: false },
  }) as unknown as Router;
  // Ahead of the routes, so that it hears of the validator's errors alone.
  router.use(readableValidation());

  const guard = createGuard(deps);
  addPingRoute(router, guard);
  addMeRoute(router, guard, services.intents);
  addThingRoute(router, guard, services.intents);
  addConversationRoutes(router, guard, {
    conversations: services.conversations,
    logger,
  });
  addReviewRoutes(router, guard, services.review);
  addUnderstandingRoute(router, guard, services.conversations);
  addIntentRoutes(router, guard, {
    intents: services.intents,
    clock,
    randomId,
  });
  addBlueprintRoute(router, guard, services.intents);
  addPlanRoutes(router, guard, services);
  addChangeRoutes(router, guard, { ...services, logger });
  addCredentialRoutes(router, guard, services.credentials);

  router.use(shownErrors(logger));
  return router;
}
