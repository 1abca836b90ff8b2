import type {
  Change,
  ChangeStep,
} from '@aiops-portal/plugin-aiops-agent-common';

const WORDS: Record<ChangeStep['state'], string> = {
  done: 'Done',
  active: 'Now',
  failed: 'Failed',
  waiting: 'To come',
};

/** What is new in a request each time that it is looked at. */
export class Progress {
  readonly #said = new Map<string, string>();

  /** A line for each step that has begun, ended or says something else. */
  news(change: Change): string[] {
    const lines: string[] = [];
    for (const step of change.steps) {
      const line = lineOf(step);
      if (step.state !== 'waiting' && this.#said.get(step.id) !== line) {
        this.#said.set(step.id, line);
        lines.push(line);
      }
    }
    return lines;
  }
}

function lineOf({ state, title, detail }: ChangeStep): string {
  return `${WORDS[state]}: ${title}${detail ? ` (${detail})` : ''}`;
}
