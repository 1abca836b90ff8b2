import { aiopsAgentUsePermission } from '@aiops-portal/plugin-aiops-agent-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionDeps } from '../types';
import { spoken } from './outcome';
import { actingPerson } from './person';

/**
 * Registers `ask`. It belongs to no conversation, so there is never a plan
 * that its words could agree to.
 */
export function registerAsk(
  registry: ActionsRegistryService,
  deps: ActionDeps,
): void {
  const { conversations, intents } = deps.services;
  registry.register({
    name: 'ask',
    title: 'Ask the assistant',
    description:
      'Asks the assistant of this portal in plain words: how an application is, what something costs, how much room a team has, what became of a request. It only reads. For a change use "propose"; agreeing to one is done by a person in the portal.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: aiopsAgentUsePermission,
    schema: {
      input: z =>
        z.object({
          question: z.string().min(1).max(4000).describe('In plain words'),
          entityRef: z
            .string()
            .max(300)
            .optional()
            .describe('The catalog entity that it is about'),
        }),
      output: z =>
        z.object({
          reply: z.string().describe('Markdown'),
          intent: z.string().optional(),
        }),
    },
    examples: [
      {
        title: 'How an application is',
        input: { question: 'Is the shop healthy?' },
      },
    ],
    action: async ({ input, credentials }) => {
      const person = await actingPerson(credentials, deps);
      const { intent, params } = await conversations.understand(
        {
          text: input.question,
          ...(input.entityRef ? { context: { entity: input.entityRef } } : {}),
        },
        person,
      );
      if (!intent) {
        return {
          output: {
            reply:
              'I did not understand that. "list-intents" tells what can be asked.',
          },
        };
      }
      if (!intents.isReadOnly(intent)) {
        return {
          output: {
            intent,
            reply: `That would change something ("${intent}"), and asking only reads, so nothing was done. Use "propose" for a plan, or say it in the portal.`,
          },
        };
      }
      const outcome = await intents.run({
        intent,
        params,
        person,
        entityRef: input.entityRef,
      });
      const { reply } = spoken(outcome, deps.portalUrl);
      return { output: { reply, intent } };
    },
  });
}
