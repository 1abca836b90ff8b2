import type {
  CandidateIntent,
  UnderstandInput,
} from '@aiops-portal/plugin-aiops-agent-node';
import { saidNames, saidWords, words } from './names';
import { namesFor } from './schema';

/** Whether a value may have been taken from what was said. */
function grounding(input: UnderstandInput): (value: string) => boolean {
  const { teams, environments, applications, databases } = input.context;
  const names = [teams, environments, applications, databases].flatMap(
    each => each ?? [],
  );
  const said = saidWords(input);
  return value => {
    if (names.includes(value)) {
      return saidNames([value], input).length > 0;
    }
    const parts = words(value);
    return parts.length > 0 && parts.every(part => said.includes(part));
  };
}

/** Numbers come back as strings, and the other way round. */
function asTyped(
  schema: CandidateIntent['parameters']['shape'][string],
  value: unknown,
): unknown {
  const options = [value, Number(value), String(value)];
  return options.find(
    option =>
      !Number.isNaN(option) &&
      (schema as { safeParse(v: unknown): { success: boolean } }).safeParse(
        option,
      ).success,
  );
}

/**
 * The parameters of an answer that fit the intent and that somebody said: a
 * model's inventions are left out, a wrong one is worse than a question. What
 * was said once is one parameter; a model uses it for others as well, so the
 * one that can only be such a thing has it, or the first.
 */
export function groundedParameters(
  intent: CandidateIntent,
  answer: Record<string, unknown>,
  input: UnderstandInput,
): Record<string, unknown> {
  const grounded = grounding(input);
  const given = Object.entries(intent.parameters.shape).flatMap(
    ([name, schema]) => {
      const value =
        answer[name] === undefined || answer[name] === null
          ? undefined
          : asTyped(schema, answer[name]);
      return value !== undefined && grounded(String(value))
        ? [{ name, value, said: words(String(value)).join(' ') }]
        : [];
    },
  );
  const owner = new Map<string, string>();
  for (const { name, value, said } of given) {
    if (!owner.has(said) || namesFor(name, input)?.includes(String(value))) {
      owner.set(said, name);
    }
  }
  return Object.fromEntries(
    given.flatMap(({ name, value, said }) =>
      owner.get(said) === name ? [[name, value]] : [],
    ),
  );
}
