import type { Understanding } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  UnderstandingEngine,
  UnderstandInput,
} from '@aiops-portal/plugin-aiops-agent-node';
import { readAct, readCourtesy } from './acts';
import type { PortalLanguage } from './portalLanguage';
import { readWhilePending } from './pending';

/**
 * Knows the state of the conversation: yes and no, corrections, answers to
 * what was asked, and courtesy. The only engine that says yes or no.
 */
export class RulesEngine implements UnderstandingEngine {
  readonly name = 'rules';

  constructor(private readonly language: PortalLanguage) {}

  async understand(input: UnderstandInput): Promise<Understanding | undefined> {
    const reading = this.language.read(input);
    const intent = input.pending && this.language.intent(input.pending.intent);
    const answer = readAct(reading.text);
    const courtesy = readCourtesy(reading.text);
    // "Thanks" is no yes, whatever else is open.
    if (courtesy) {
      return this.act(courtesy);
    }
    if (input.pending && intent) {
      const found = readWhilePending({
        reading,
        pending: input.pending,
        intent,
        ranking: this.language.rank(reading),
        reread: text => this.language.read({ ...input, text }),
      });
      return found && { engine: this.name, ...found };
    }
    // A yes or no where nothing waits for one means nothing.
    return answer?.rest === '' ? this.act('out_of_scope') : undefined;
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
