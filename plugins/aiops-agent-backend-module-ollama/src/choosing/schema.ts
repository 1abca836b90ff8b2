import { z } from 'zod';
import type {
  CandidateIntent,
  UnderstandInput,
} from '@aiops-portal/plugin-aiops-agent-node';

/** Answers that are none of the intents. */
export const NO_INTENT = ['out_of_scope', 'clarify'] as const;

/** What of a JSON schema a flat schema needs. */
interface Property {
  type?: string;
  enum?: unknown[];
  description?: string;
}

/** Things of the context that a parameter can only be. */
function namesFor(
  parameter: string,
  { context }: UnderstandInput,
): string[] | undefined {
  const { applications = [], environments = [], databases = [] } = context;
  switch (parameter) {
    case 'application':
      return applications;
    case 'environment':
      return environments;
    case 'target':
      return [...applications, ...databases, ...environments];
    case 'team':
      return context.teams;
    default:
      return undefined;
  }
}

function propertyOf(
  name: string,
  property: Property,
  input: UnderstandInput,
): Property {
  const names = namesFor(name, input);
  if (names && names.length > 0) {
    return { type: 'string', enum: names };
  }
  const { type, enum: allowed } = property;
  return {
    type: type === 'integer' || type === 'number' ? type : 'string',
    ...(allowed ? { enum: allowed } : {}),
  };
}

/**
 * The shape that an answer has to have: one of the intents, and parameters
 * beside it. It is flat, because small models lose themselves in nested ones.
 */
export function choiceSchema(
  input: UnderstandInput,
  candidates: CandidateIntent[],
): Record<string, unknown> {
  const properties: Record<string, Property> = {};
  for (const { parameters } of candidates) {
    const { properties: own = {} } = z.toJSONSchema(parameters, {
      unrepresentable: 'any',
    }) as { properties?: Record<string, Property> };
    for (const [name, property] of Object.entries(own)) {
      const next = propertyOf(name, property, input);
      const known = properties[name];
      properties[name] =
        known?.enum && next.enum
          ? { ...next, enum: [...new Set([...known.enum, ...next.enum])] }
          : next;
    }
  }
  return {
    type: 'object',
    properties: {
      intent: {
        type: 'string',
        enum: [...candidates.map(({ name }) => name), ...NO_INTENT],
      },
      ...properties,
    },
    required: ['intent'],
  };
}
