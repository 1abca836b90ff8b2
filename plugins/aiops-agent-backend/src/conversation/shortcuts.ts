import type { Understanding } from '@aiops-portal/plugin-aiops-agent-common';
import type { Intent } from '@aiops-portal/plugin-aiops-agent-node';
import type { DialogueState } from './state';
import { sayAgain } from '../words';

const ORDINALS: Array<[RegExp, number]> = [
  [/^(?:1|(?:the )?first(?: one)?)[.!]?$/i, 0],
  [/^(?:2|(?:the )?second(?: one)?)[.!]?$/i, 1],
  [/^(?:3|(?:the )?(?:third|last)(?: one)?)[.!]?$/i, 2],
];

function same(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[.!?]+$/, '');
  return plain(a) === plain(b);
}

/**
 * Answers that are one of the choices on the screen, word for word, and so
 * need no understanding: a chip of a question, or one of "did you mean".
 */
export function chosenFromScreen(
  text: string,
  state: DialogueState,
  find: (name: string) => Intent | undefined,
  parametersFor: (intent: string, said: string) => Record<string, unknown>,
): Understanding | undefined {
  const { clarifying, pending } = state;
  for (const { parameter, choices = [] } of pending?.questions ?? []) {
    const choice = choices.find(
      ({ value, label }) => same(text, label) || same(text, value),
    );
    if (choice) {
      const params = { [parameter]: choice.value };
      return {
        engine: 'rules',
        intent: 'provide',
        params,
        confidence: 1,
        commands: [{ command: 'provide', params }],
      };
    }
  }
  const ordinal = ORDINALS.find(([pattern]) => pattern.test(text.trim()));
  const name =
    clarifying?.candidates.find(candidate =>
      same(text, sayAgain(find(candidate)?.title ?? '')),
    ) ??
    (ordinal && clarifying?.candidates[ordinal[1]]);
  if (!clarifying || !name) {
    return undefined;
  }
  const params = parametersFor(name, clarifying.text);
  return {
    engine: 'rules',
    intent: name,
    params,
    confidence: 1,
    commands: [{ command: 'start', intent: name, params }],
  };
}
