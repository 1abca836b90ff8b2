import type { Plan, Suggestion } from '@aiops-portal/plugin-aiops-agent-common';
import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Answer,
  Intent,
  IntentContext,
  Question,
  RequestingPerson,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { IntentContextRequest } from './context';
import type { IntentPursuit, Offer, Pursued } from './drawing';
import type { IntentRegistry } from './registry';
import { alternatives } from './wording';
import { say, valueError } from '../words';

/** What running an intent comes to. */
export type IntentOutcome = {
  intent: string;
  /** With defaults filled in; of a joined plan those of all its intents. */
  params: Record<string, unknown>;
} & (
  | { kind: 'missing'; text: string; suggestions: Suggestion[] }
  /** With the change that the answer offers, where it could be planned. */
  | { kind: 'answer'; answer: Answer; plan?: Plan }
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
      say`"${intent.name}" has no parameter "${unknown.slice(
        0,
        40,
      )}", so nothing was done. ${
        known.length > 0 ? say`It has: ${known.join(', ')}.` : say`It has none.`
      }`,
    );
  }
  const parsed = intent.parameters.safeParse(params, { error: valueError });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      say`The parameter "${issue.path.join('.')}" of "${
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

/** A refusal as a sentence that ends with who could do it. */
function refusalOf({ decision }: Plan): string {
  const { reasons, approvers } = decision;
  return [
    ...reasons,
    ...(approvers.length > 0 ? [say`${alternatives(approvers)} could.`] : []),
    say`Nothing was changed.`,
  ].join(' ');
}

/** An answer together with what became of the change that it offers. */
function withOffer(
  answer: Answer,
  offer: Offer,
): { answer: Answer; plan?: Plan } {
  const also = (text: string): Answer => ({
    ...answer,
    text: `${answer.text}\n\n${text}`,
  });
  switch (offer.kind) {
    case 'missing': {
      const { text, suggestions } = askFor(offer.missing);
      return { answer: { ...also(text), suggestions } };
    }
    case 'impossible':
      return { answer: also(offer.reason) };
    default: {
      const { plan } = offer;
      return {
        answer: also(
          plan.decision.outcome === 'deny' ? refusalOf(plan) : plan.summary,
        ),
        plan,
      };
    }
  }
}

function outcomeOf(intent: string, pursued: Pursued): IntentOutcome {
  const outcome = {
    intent,
    params: Object.assign({}, ...pursued.prepared.map(({ params }) => params)),
  };
  switch (pursued.kind) {
    case 'missing':
      return { ...outcome, kind: 'missing', ...askFor(pursued.missing) };
    case 'plan':
      return { ...outcome, kind: 'plan', plan: pursued.plan };
    default: {
      const { answer, offer } = pursued;
      return {
        ...outcome,
        kind: 'answer',
        ...(offer ? withOffer(answer, offer) : { answer }),
      };
    }
  }
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
      pursuit: Pick<IntentPursuit, 'pursue'>;
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
    const { person, entityRef, reason } = run;
    const pursued = await this.deps.pursuit.pursue(
      { intents: [{ intent: intent.name, params }], reason },
      await this.deps.context({ person, entityRef }),
    );
    return outcomeOf(intent.name, pursued);
  }

  #find(run: IntentRun): Intent {
    const { registry } = this.deps;
    const intent = registry.get(run.intent);
    if (!run.internal && !registry.all().includes(intent)) {
      throw new NotFoundError(
        say`"${intent.name}" can't be asked for by its name, so nothing was done.`,
      );
    }
    return intent;
  }
}
