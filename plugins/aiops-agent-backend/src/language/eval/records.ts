import { z } from 'zod';

const expectation = z.object({
  intent: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
});
const context = z.object({
  user: z.string().optional(),
  teams: z.array(z.string()).optional(),
  environments: z.array(z.string()).optional(),
  applications: z.array(z.string()).optional(),
  databases: z.array(z.string()).optional(),
  entity: z.string().nullish(),
});
const base = {
  id: z.string(),
  now: z.string(),
  context: context.default({}),
};
const record = z.union([
  z
    .object({
      ...base,
      turns: z
        .array(z.object({ text: z.string(), expect: expectation }))
        .min(1),
    })
    .transform(each => ({ ...each, single: false })),
  z
    .object({ ...base, text: z.string(), expect: expectation })
    .transform(({ text, expect, ...rest }) => ({
      ...rest,
      turns: [{ text, expect }],
      single: true,
    })),
]);

/** A labelled message or conversation. */
export type LabelledRecord = z.infer<typeof record>;

/**
 * Reads labelled messages, one JSON object a line.
 *
 * @throws Error that names the line which is not one.
 */
export function readRecords(lines: string): LabelledRecord[] {
  return lines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') {
      return [];
    }
    try {
      return [record.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(`Line ${index + 1} is no labelled message: ${error}`);
    }
  });
}
