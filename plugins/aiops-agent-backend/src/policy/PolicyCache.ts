import type { PlatformSnapshot } from '@aiops-portal/plugin-aiops-agent-node';
import {
  compilePolicies,
  PolicyMistake,
  type CompiledPolicies,
} from './compile';

/** Commits whose rules stay loaded; Cedar can replace what it holds, not free it. */
const SLOTS = 4;

let instances = 0;

/** The rules of the last few commits, compiled once each. */
export class PolicyCache {
  readonly #byHead = new Map<string, CompiledPolicies | PolicyMistake>();
  readonly #heads: Array<string | undefined> = new Array(SLOTS).fill(undefined);
  readonly #prefix = `policies-${instances++}`;
  #next = 0;

  /** @throws PolicyMistake as often as it is asked for rules with a mistake. */
  get(platform: PlatformSnapshot): CompiledPolicies {
    const known = this.#byHead.get(platform.head) ?? this.#compile(platform);
    if (known instanceof PolicyMistake) {
      throw known;
    }
    return known;
  }

  #compile({ head, files }: PlatformSnapshot) {
    const slot = this.#next;
    this.#next = (slot + 1) % SLOTS;
    const replaced = this.#heads[slot];
    if (replaced !== undefined) {
      this.#byHead.delete(replaced);
    }
    this.#heads[slot] = head;
    let result: CompiledPolicies | PolicyMistake;
    try {
      result = compilePolicies(files, `${this.#prefix}-${slot}`);
    } catch (error) {
      result =
        error instanceof PolicyMistake
          ? error
          : new PolicyMistake(`The rules can't be read: ${error}`);
    }
    this.#byHead.set(head, result);
    return result;
  }
}
