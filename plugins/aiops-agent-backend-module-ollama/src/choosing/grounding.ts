import type {
  CandidateIntent,
  UnderstandInput,
} from '@aiops-portal/plugin-aiops-agent-node';

const words = (text: string) =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Everything that a name may have been taken from. */
function spoken({ text, context }: UnderstandInput): Set<string> {
  const { teams, environments, applications, databases } = context;
  return new Set(
    [text, ...(teams ?? []), ...(environments ?? [])]
      .concat(applications ?? [], databases ?? [])
      .flatMap(words),
  );
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
 * model's inventions are left out, a wrong one is worse than a question.
 */
export function groundedParameters(
  intent: CandidateIntent,
  answer: Record<string, unknown>,
  input: UnderstandInput,
): Record<string, unknown> {
  const said = spoken(input);
  return Object.fromEntries(
    Object.entries(intent.parameters.shape).flatMap(([name, schema]) => {
      const value =
        answer[name] === undefined || answer[name] === null
          ? undefined
          : asTyped(schema, answer[name]);
      const parts = words(String(value ?? ''));
      const grounded = parts.length > 0 && parts.every(part => said.has(part));
      return grounded ? [[name, value]] : [];
    }),
  );
}
