import { z } from 'zod';
import type {
  CandidateIntent,
  UnderstandInput,
} from '@aiops-portal/plugin-aiops-agent-node';
import { saidNames } from './names';

/** Answers that are none of the intents. */
export const NO_INTENT = ['out_of_scope', 'clarify'] as const;

/** What of a JSON schema a flat schema needs. */
interface Property {
  type?: string;
  enum?: unknown[];
}

/** Things of the context that a parameter can only be. */
export function namesFor(
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

/**
 * What a parameter may be; undefined where it can only be a thing's name and
 * none was said: a model would choose one all the same.
 */
function propertyOf(
  name: string,
  property: Property,
  input: UnderstandInput,
): Property | undefined {
  const names = namesFor(name, input);
  if (names && names.length > 0) {
    const said = saidNames(names, input);
    return said.length > 0 ? { type: 'string', enum: said } : undefined;
  }
  const { type, enum: allowed } = property;
  return {
    type: type === 'integer' || type === 'number' ? type : 'string',
    ...(allowed ? { enum: allowed } : {}),
  };
}

/**
 * The shape that an answer has to have: one of the intents, and parameters of
 * that one beside it. Each is flat, because small models lose themselves in
 * nested ones, and has its own parameters alone, because they also fill in
 * whatever there is to be filled in.
 */
export function choiceSchema(
  input: UnderstandInput,
  candidates: CandidateIntent[],
): Record<string, unknown> {
  const choices = candidates.map(({ name, parameters }) => {
    const { properties: own = {} } = z.toJSONSchema(parameters, {
      unrepresentable: 'any',
    }) as { properties?: Record<string, Property> };
    return {
      type: 'object',
      properties: {
        intent: { const: name },
        ...Object.fromEntries(
          Object.entries(own).flatMap(([parameter, property]) => {
            const told = propertyOf(parameter, property, input);
            return told ? [[parameter, told]] : [];
          }),
        ),
      },
      required: ['intent'],
    };
  });
  return {
    anyOf: [
      ...choices,
      {
        type: 'object',
        properties: { intent: { enum: [...NO_INTENT] } },
        required: ['intent'],
      },
    ],
  };
}
