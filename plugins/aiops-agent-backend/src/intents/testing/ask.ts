import type {
  Answer,
  Intent,
  PlanDraft,
  Question,
  RequestingPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { World } from './world';

/** What came of asking. */
export interface Asked {
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
  const prepared = intent.prepare
    ? await intent.prepare(intent.parameters.parse(params), context)
    : { params, missing: [] };
  if (prepared.missing.length > 0) {
    return prepared;
  }
  return {
    ...prepared,
    draft: await intent.plan?.(prepared.params, context),
    answer: await intent.answer?.(prepared.params, context),
  };
}
