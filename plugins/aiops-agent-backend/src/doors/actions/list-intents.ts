import { aiopsAgentUsePermission } from '@aiops-portal/plugin-aiops-agent-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { intentInfo } from '../intents';
import type { ActionDeps } from '../types';
import { actingPerson } from './person';

/** Examples are for orientation; the parser has its own. */
const EXAMPLES = 3;

/** Registers `list-intents`. */
export function registerListIntents(
  registry: ActionsRegistryService,
  deps: ActionDeps,
): void {
  registry.register({
    name: 'list-intents',
    title: 'List what can be asked for',
    description:
      'Lists what the assistant of this portal can answer or plan (environments, applications, databases, costs, requests), with the JSON Schema of the parameters of each. Use it before "propose" to learn names and parameters.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: aiopsAgentUsePermission,
    schema: {
      input: z => z.object({}),
      output: z =>
        z.object({
          intents: z.array(
            z.object({
              name: z.string(),
              title: z.string(),
              kind: z.enum(['answer', 'change']),
              examples: z.array(z.string()),
              parameters: z.record(z.unknown()),
            }),
          ),
        }),
    },
    action: async ({ credentials }) => {
      await actingPerson(credentials, deps);
      const intents = deps.services.intents
        .intents()
        .map(intentInfo)
        .map(({ name, title, kind, examples, parameters }) => ({
          name,
          title,
          kind,
          examples: examples.slice(0, EXAMPLES),
          parameters,
        }));
      return { output: { intents } };
    },
  });
}
