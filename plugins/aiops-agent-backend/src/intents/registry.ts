import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Intent } from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../words';

/** The intents that there are: ours, and those that adopters add. */
export class IntentRegistry {
  readonly #said = new Map<string, Intent>();
  readonly #internal = new Map<string, Intent>();

  /**
   * @param intents - What people may ask for.
   * @param internal - What buttons ask for and nobody says; found by name but
   * not listed.
   */
  constructor(intents: Intent[], internal: Intent[] = []) {
    for (const intent of internal) {
      this.#internal.set(intent.name, intent);
    }
    for (const intent of intents) {
      this.add(intent);
    }
  }

  /**
   * Adds an intent. What is wrong with one stops the start and is read in the
   * log by whoever wrote it: it is said in English, as all of the log is.
   *
   * @throws ConflictError when the name is taken, or the intent neither
   * answers nor plans.
   */
  add(intent: Intent): void {
    if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(intent.name)) {
      throw new ConflictError(
        `The intent "${intent.name}" needs a name in small letters with underscores, such as "order_pizza".`,
      );
    }
    if (this.find(intent.name)) {
      throw new ConflictError(
        `There are two intents called "${intent.name}". Rename the one that was added.`,
      );
    }
    if (intent.kind === 'change' ? !intent.plan : !intent.answer) {
      throw new ConflictError(
        `The intent "${intent.name}" is of the kind "${
          intent.kind
        }" and must have the function "${
          intent.kind === 'change' ? 'plan' : 'answer'
        }".`,
      );
    }
    this.#said.set(intent.name, intent);
  }

  /** The intent of this name, also an internal one. */
  find(name: string): Intent | undefined {
    return this.#said.get(name) ?? this.#internal.get(name);
  }

  /** @throws NotFoundError when there is none of this name. */
  get(name: string): Intent {
    const intent = this.find(name);
    if (!intent) {
      throw new NotFoundError(
        say`I can't do "${name.slice(
          0,
          60,
        )}". Nothing was changed; ask for help to see what I can do.`,
      );
    }
    return intent;
  }

  /** All that people may ask for. */
  all(): Intent[] {
    return [...this.#said.values()];
  }
}
