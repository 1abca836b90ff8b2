import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionDeps } from '../types';
import { registerAsk } from './ask';
import { registerListIntents } from './list-intents';
import { registerPropose } from './propose';
import { registerRequestStatus } from './request-status';

/**
 * Registers what templates and MCP clients may call. All of it reads or
 * proposes; nothing agrees to a plan or approves a request.
 */
export function registerActions(
  registry: ActionsRegistryService,
  deps: ActionDeps,
): void {
  registerListIntents(registry, deps);
  registerAsk(registry, deps);
  registerPropose(registry, deps);
  registerRequestStatus(registry, deps);
}
