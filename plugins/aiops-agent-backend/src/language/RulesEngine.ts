import type { Understanding } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  UnderstandingEngine,
  UnderstandInput,
} from '@aiops-portal/plugin-aiops-agent-node';
import { readAct, readCourtesy } from './acts';
import { isSecond, readEllipsis, type Repeated } from './ellipsis';
import type { PortalLanguage } from './portalLanguage';
import { readWhilePending } from './pending';

/**
 * Knows the state of the conversation: yes and no, corrections, answers to
 * what was asked, the same again for something else, and courtesy. The only
 * engine that says yes or no.
 */
export class RulesEngine implements UnderstandingEngine {
  readonly name = 'rules';

  constructor(private readonly language: PortalLanguage) {}

  async understand(input: UnderstandInput): Promise<Understanding | undefined> {
    const reading = this.language.read(input);
    const courtesy = readCourtesy(reading.text);
    // "Thanks" is no yes, whatever else is open.
    if (courtesy) {
      return this.act(courtesy);
    }
    const again = this.again(input);
    const { pending } = input;
    const intent = pending && this.language.intent(pending.intent);
    if (pending && intent) {
      const second =
        again?.intent === pending.intent &&
        (pending.missing ?? []).length === 0 &&
        isSecond(again, pending.params);
      if (again && second) {
        return this.start(again);
      }
      const found = readWhilePending({
        reading,
        pending,
        intent,
        ranking: this.language.rank(reading),
        reread: text => this.language.read({ ...input, text }),
        rank: each => this.language.rank(each),
      });
      if (found) {
        return { engine: this.name, ...found };
      }
    }
    if (again) {
      return this.start(again);
    }
    // A yes or no where nothing waits for one means nothing.
    return !pending && readAct(reading.text)?.rest === ''
      ? this.act('out_of_scope')
      : undefined;
  }

  /** The last wish once more, where that is what the message says. */
  private again(input: UnderstandInput): Repeated | undefined {
    const { last } = input;
    const intent = last && this.language.intent(last.intent);
    return intent && readEllipsis(this.language.read(input), last, intent);
  }

  private start({ intent, params, confidence }: Repeated): Understanding {
    return {
      engine: this.name,
      intent,
      params,
      confidence,
      commands: [{ command: 'start', intent, params }],
    };
  }

  private act(name: 'greet' | 'thank' | 'out_of_scope'): Understanding {
    return {
      engine: this.name,
      intent: name,
      params: {},
      confidence: 0.98,
      commands: [{ command: name }],
    };
  }
}
