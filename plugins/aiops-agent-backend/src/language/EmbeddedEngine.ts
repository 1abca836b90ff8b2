import type { Understanding } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  UnderstandingEngine,
  UnderstandInput,
} from '@aiops-portal/plugin-aiops-agent-node';
import { OUT_OF_SCOPE, type Ranking } from './classifier';
import type { PortalLanguage } from './portalLanguage';
import type { Reading } from './types';

/** Words with which a second wish in the same message begins. */
const SECOND_WISH =
  /(?:[,;.]\s*|\s+)(?:and(?: then| also)?|then|also|plus)\s+(?=(?:please |could you |can you )?(?:create|deploy|add|install|set up|spin up|show|list|cancel|withdraw|tell|delete|restart|scale|what|how|which|i need|we need|i want|i'd like|give (?:me|us))\b)/iu;

/** Trained on the intents' phrases; needs no network and no model. */
export class EmbeddedEngine implements UnderstandingEngine {
  readonly name = 'embedded';

  constructor(private readonly language: PortalLanguage) {}

  async understand(input: UnderstandInput): Promise<Understanding> {
    const reading = this.language.read(input);
    const both = this.twoWishes(input, reading);
    if (both) {
      return both;
    }
    return this.express(reading, this.language.rank(reading));
  }

  /** 'Restart the web app and show me its costs': a second after the first. */
  private twoWishes(
    input: UnderstandInput,
    whole: Reading,
  ): Understanding | undefined {
    const parts = whole.text.split(SECOND_WISH);
    if (parts.length !== 2) {
      return undefined;
    }
    const [first, second] = parts.map(text => {
      const reading = this.language.read({ ...input, text });
      return this.express(reading, this.language.rank(reading));
    });
    const sure = [first, second].every(
      ({ confidence, intent }) => confidence > 0.75 && intent !== OUT_OF_SCOPE,
    );
    return sure && first.intent !== second.intent
      ? {
          ...first,
          confidence: Math.min(first.confidence, second.confidence),
          commands: [...first.commands, ...second.commands],
        }
      : undefined;
  }

  private express(reading: Reading, ranking: Ranking): Understanding {
    const [best] = ranking.candidates;
    const intent = best?.intent ?? OUT_OF_SCOPE;
    if (intent === OUT_OF_SCOPE) {
      return {
        engine: this.name,
        intent,
        params: {},
        confidence: ranking.confidence,
        commands: [{ command: 'out_of_scope' }],
      };
    }
    const params = this.language.parameters(reading, intent);
    return {
      engine: this.name,
      intent,
      params,
      confidence: ranking.confidence,
      commands: [{ command: 'start', intent, params }],
    };
  }
}
