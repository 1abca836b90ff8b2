import { aiopsAgentUsePermission } from '@aiops-portal/plugin-aiops-agent-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionDeps } from '../types';
import { actingPerson } from './person';

/** Registers `request-status`. */
export function registerRequestStatus(
  registry: ActionsRegistryService,
  deps: ActionDeps,
): void {
  registry.register({
    name: 'request-status',
    title: 'Follow a request',
    description:
      'Tells how far a change request has come: its state, its steps, its commit and, where it failed, why. Use it after somebody has agreed to a plan.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: aiopsAgentUsePermission,
    schema: {
      input: z =>
        z.object({ id: z.string().max(100).describe('Such as REQ-1042') }),
      output: z =>
        z.object({
          id: z.string(),
          state: z.string(),
          stateText: z.string().describe('The state in plain words'),
          title: z.string(),
          steps: z.array(z.object({ title: z.string(), state: z.string() })),
          commit: z.string().optional(),
          failure: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const person = await actingPerson(credentials, deps);
      const change = await deps.services.changes.get(input.id, person);
      const { id, state, stateText, title, steps, commit, failure } = change;
      return {
        output: {
          id,
          state,
          stateText,
          title,
          steps: steps.map(step => ({ title: step.title, state: step.state })),
          commit: commit?.sha,
          failure: failure && `${failure.message} ${failure.advice}`,
        },
      };
    },
  });
}
