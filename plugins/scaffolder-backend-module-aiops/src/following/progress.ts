import type {
  Change,
  ChangeStep,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { Words } from '../words';

/** What is new in a request each time that it is looked at. */
export class Progress {
  readonly #said = new Map<string, string>();
  readonly #words: Words;

  constructor(words: Words) {
    this.#words = words;
  }

  /** A line for each step that has begun, ended or says something else. */
  news(change: Change): string[] {
    const lines: string[] = [];
    for (const step of change.steps) {
      const line = lineOf(step, this.#words);
      if (step.state !== 'waiting' && this.#said.get(step.id) !== line) {
        this.#said.set(step.id, line);
        lines.push(line);
      }
    }
    return lines;
  }
}

function lineOf({ state, title, detail }: ChangeStep, words: Words): string {
  return `${words[state]}: ${title}${detail ? ` (${detail})` : ''}`;
}
