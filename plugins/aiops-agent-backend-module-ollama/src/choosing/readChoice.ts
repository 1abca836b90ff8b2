import type { Understanding } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  CandidateIntent,
  UnderstandInput,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { groundedParameters } from './grounding';

/**
 * How sure a model's choice is taken to be. It says nothing of that itself;
 * this is above what the portal asks about and below its own sure readings.
 */
const CONFIDENCE = 0.7;

/**
 * An answer as an object. One that was cut, because a model didn't come to an
 * end of a value, is read up to there.
 *
 * @throws SyntaxError when it isn't the beginning of an object.
 */
function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    const end = content.lastIndexOf(',');
    if (end < 0) {
      throw error;
    }
    // Where that comma stood within a text, the one before it is tried next.
    return parsed(`${content.slice(0, end)}}`);
  }
}

const answerShape = z.looseObject({ intent: z.string() });

/**
 * Reads an answer, which may be anything.
 *
 * @returns Undefined where the model asks to clarify.
 * @throws SyntaxError, ZodError or Error when it isn't what was asked for.
 */
export function readChoice(
  content: string,
  input: UnderstandInput,
  candidates: CandidateIntent[],
  engine: string,
): Understanding | undefined {
  const answer = answerShape.parse(parsed(content));
  if (answer.intent === 'clarify') {
    return undefined;
  }
  if (answer.intent === 'out_of_scope') {
    return {
      engine,
      intent: 'out_of_scope',
      params: {},
      confidence: CONFIDENCE,
      commands: [{ command: 'out_of_scope' }],
    };
  }
  const intent = candidates.find(({ name }) => name === answer.intent);
  if (!intent) {
    throw new Error('The answer is none of the intents that were offered.');
  }
  const params = groundedParameters(intent, answer, input);
  return {
    engine,
    intent: intent.name,
    params,
    confidence: CONFIDENCE,
    commands: [{ command: 'start', intent: intent.name, params }],
  };
}
