import { aiopsAgentUsePermission } from '@aiops-portal/plugin-aiops-agent-common';
import type { RequestingPerson } from '@aiops-portal/plugin-aiops-agent-node';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionDeps } from '../types';
import { spoken } from './outcome';
import { actingPerson } from './person';
import { LANGUAGES, languageOf, say, speaking } from '../../words';

/**
 * Registers `ask`. It belongs to no conversation, so there is never a plan
 * that its words could agree to.
 */
export function registerAsk(
  registry: ActionsRegistryService,
  deps: ActionDeps,
): void {
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
    // In the language of the question: a caller of actions names none.
    action: ({ input, credentials }) =>
      speaking(languageOf(input.question) ?? LANGUAGES[0], async () => {
        const person = await actingPerson(credentials, deps);
        return { output: await answerTo(input, person, deps) };
      }),
  });
}

async function answerTo(
  { question, entityRef }: { question: string; entityRef?: string },
  person: RequestingPerson,
  { services, portalUrl }: ActionDeps,
): Promise<{ reply: string; intent?: string }> {
  const { conversations, intents } = services;
  const { intent, params } = await conversations.understand(
    {
      text: question,
      ...(entityRef ? { context: { entity: entityRef } } : {}),
    },
    person,
  );
  if (!intent) {
    return {
      reply: say`I did not understand that. "list-intents" tells what can be asked.`,
    };
  }
  if (!intents.isReadOnly(intent)) {
    return {
      intent,
      reply: say`That would change something ("${intent}"), and asking only reads, so nothing was done. Use "propose" for a plan, or say it in the portal.`,
    };
  }
  const outcome = await intents.run({ intent, params, person, entityRef });
  const { reply } = spoken(outcome, portalUrl);
  return { reply, intent };
}
