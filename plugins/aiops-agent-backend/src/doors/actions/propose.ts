import { aiopsAgentUsePermission } from '@aiops-portal/plugin-aiops-agent-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import type { ActionDeps } from '../types';
import { spoken } from './outcome';
import { actingPerson } from './person';
import { say } from '../../words';

/** Registers `propose`. It makes a plan; a person agrees to it in the portal. */
export function registerPropose(
  registry: ActionsRegistryService,
  deps: ActionDeps,
): void {
  const { intents } = deps.services;
  registry.register({
    name: 'propose',
    title: 'Propose a change',
    description:
      'Plans a change (an intent of the kind "change" from "list-intents") and tells what it would do, what it costs a month and who has to agree. Nothing is done: the person agrees in the portal, at the address that is returned. Where a parameter is missing, the reply asks for it.',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    visibilityPermission: aiopsAgentUsePermission,
    schema: {
      input: z =>
        z.object({
          intent: z.string().max(100).describe('Such as deploy_application'),
          params: z
            .record(z.unknown())
            .optional()
            .describe('As the JSON Schema of the intent says'),
          entityRef: z.string().max(300).optional(),
          reason: z.string().max(500).optional().describe('Why it is wanted'),
        }),
      output: z =>
        z.object({
          reply: z.string().describe('Markdown'),
          intent: z.string(),
          planId: z.string().optional(),
          agreeAt: z.string().optional().describe('Where a person agrees'),
        }),
    },
    action: async ({ input, credentials }) => {
      const person = await actingPerson(credentials, deps);
      const known = intents.intents().find(({ name }) => name === input.intent);
      if (known?.kind !== 'change') {
        throw new InputError(
          say`"${input.intent}" is nothing that can be proposed, so nothing was done. "list-intents" tells what can.`,
        );
      }
      const outcome = await intents.run({
        intent: input.intent,
        params: input.params ?? {},
        person,
        entityRef: input.entityRef,
        reason: input.reason,
      });
      return { output: spoken(outcome, deps.portalUrl) };
    },
  });
}
