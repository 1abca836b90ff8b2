import type { Plan, Suggestion } from '@aiops-portal/plugin-aiops-agent-common';
import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Answer,
  Intent,
  IntentContext,
  Question,
  RequestingPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { PlanService } from '../planning/types';
import type { IntentContextRequest } from './context';
import type { IntentRegistry } from './registry';

/** What running an intent comes to. */
export type IntentOutcome = {
  intent: string;
  /** With defaults filled in. */
  params: Record<string, unknown>;
} & (
  | { kind: 'missing'; text: string; suggestions: Suggestion[] }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'plan'; plan: Plan }
);

/** An intent that was chosen, with its parameters. */
export interface IntentRun {
  intent: string;
  params: Record<string, unknown>;
  person: RequestingPerson;
  entityRef?: string;
  /** The words that it was asked with. */
  reason?: string;
  /** True for what a button asks for and nobody can ask for by name. */
  internal?: boolean;
}

/** @throws InputError with a sentence for the first that is wrong. */
function parse(
  intent: Intent,
  params: Record<string, unknown>,
): Record<string, unknown> {
  const known = Object.keys(intent.parameters.shape);
  const unknown = Object.keys(params).find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `"${intent.name}" has no parameter "${unknown.slice(
        0,
        40,
      )}", so nothing was done. ${
        known.length > 0 ? `It has: ${known.join(', ')}.` : 'It has none.'
      }`,
    );
  }
  const parsed = intent.parameters.safeParse(params);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `The parameter "${issue.path.join('.')}" of "${
        intent.name
      }" can't be that, so nothing was done. ${issue.message}.`,
    );
  }
  return parsed.data;
}

/** All that is missing, in one message. */
function askFor(missing: Question[]): {
  text: string;
  suggestions: Suggestion[];
} {
  const [first] = missing;
  return {
    text: missing.map(({ text }) => text).join(' '),
    suggestions:
      missing.length === 1
        ? (first.choices ?? []).map(({ value, label }) => ({
            text: value,
            label,
          }))
        : [],
  };
}

/**
 * Runs an intent that was chosen without language: by a form, a button, a
 * script or a registered action. It answers, asks, or proposes a plan; it
 * agrees to none.
 */
export class IntentRunner {
  constructor(
    private readonly deps: {
      registry: Pick<IntentRegistry, 'get' | 'find' | 'all'>;
      plans: Pick<PlanService, 'propose'>;
      context(request: IntentContextRequest): Promise<IntentContext>;
    },
  ) {}

  /** What may be asked for. */
  intents(): Intent[] {
    return this.deps.registry.all();
  }

  /** True for an intent that only reads: it is safe to run unasked. */
  isReadOnly(name: string): boolean {
    const intent = this.deps.registry.find(name);
    return intent?.kind === 'answer' && intent.risk === 'none';
  }

  /** Everything an intent may use, as this person. */
  context(request: IntentContextRequest): Promise<IntentContext> {
    return this.deps.context(request);
  }

  /**
   * @throws NotFoundError when there is no such intent; InputError when a
   * parameter is impossible.
   */
  async run(run: IntentRun): Promise<IntentOutcome> {
    const intent = this.#find(run);
    const params = parse(intent, run.params);
    const { person, entityRef } = run;
    const context = await this.deps.context({ person, entityRef });
    const prepared = intent.prepare
      ? await intent.prepare(params, context)
      : { params, missing: [] };
    const outcome = { intent: intent.name, params: prepared.params };
    if (prepared.missing.length > 0) {
      return { ...outcome, kind: 'missing', ...askFor(prepared.missing) };
    }
    if (intent.kind === 'change' && intent.plan) {
      const draft = await intent.plan(prepared.params, context);
      const plan = await this.deps.plans.propose({
        draft,
        person,
        reason: run.reason,
        base: context.platform.head,
      });
      return { ...outcome, kind: 'plan', plan };
    }
    if (!intent.answer) {
      throw new Error(`The intent ${intent.name} neither answers nor plans`);
    }
    const answer = await intent.answer(prepared.params, context);
    return { ...outcome, kind: 'answer', answer };
  }

  #find(run: IntentRun): Intent {
    const { registry } = this.deps;
    const intent = registry.get(run.intent);
    if (!run.internal && !registry.all().includes(intent)) {
      throw new NotFoundError(
        `"${intent.name}" can't be asked for by its name, so nothing was done.`,
      );
    }
    return intent;
  }
}
