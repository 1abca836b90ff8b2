import type {
  Answer,
  Intent,
  PlanDraft,
  Question,
  RequestingPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import { builtinIntents } from '../builtin';
import { IntentRegistry } from '../registry';
import type { World } from './world';

/** What came of asking. */
export interface Asked {
  /** Of all intents that it came to. */
  params: Record<string, unknown>;
  missing: Question[];
  draft?: PlanDraft;
  answer?: Answer;
}

/** Runs an intent as the doors do: prepare, then plan or answer. */
export async function ask(
  world: World,
  person: RequestingPerson,
  intent: Intent,
  params: Record<string, unknown> = {},
  entityRef?: string,
): Promise<Asked> {
  const context = await world.context(person, entityRef);
  if (intent.plan) {
    const known = builtinIntents.filter(({ name }) => name !== intent.name);
    const registry = new IntentRegistry([...known, intent]);
    const { prepared, ...drawn } = await world
      .drawing(registry)
      .draw(
        [{ intent: intent.name, params }],
        context,
        async () => world.platform,
      );
    return {
      params: Object.assign({}, ...prepared.map(each => each.params)),
      missing: 'missing' in drawn ? drawn.missing : [],
      draft: 'draft' in drawn ? drawn.draft : undefined,
    };
  }
  const prepared = intent.prepare
    ? await intent.prepare(intent.parameters.parse(params), context)
    : { params, missing: [] };
  return prepared.missing.length > 0
    ? prepared
    : {
        ...prepared,
        answer: await intent.answer?.(prepared.params, context),
      };
}
