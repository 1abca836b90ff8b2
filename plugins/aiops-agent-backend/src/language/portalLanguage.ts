import type { UnderstandInput } from '@aiops-portal/plugin-aiops-agent-node';
import { Classifier, type Ranking } from './classifier';
import { extractParameters } from './extraction';
import { readMessage } from './reading';
import type { KnownIntent, Reading, Vocabulary } from './types';

/** What the embedded engines share: the intents, their words, the classifier. */
export interface PortalLanguage {
  intent(name: string): KnownIntent | undefined;
  read(input: Pick<UnderstandInput, 'text' | 'now' | 'context'>): Reading;
  rank(reading: Reading): Ranking;
  /** The parameters that a message gives an intent, in normal forms. */
  parameters(reading: Reading, intent: string): Record<string, unknown>;
}

/**
 * Trains the classifier and prepares the words of the portal. Takes less than
 * half a second; call it once, at start.
 *
 * @param vocabulary - Asked anew for each message, since blueprints are data
 * of the platform repository.
 */
export function createPortalLanguage(
  intents: KnownIntent[],
  vocabulary: () => Vocabulary,
): PortalLanguage {
  const byName = new Map(intents.map(intent => [intent.name, intent]));
  const classifier = Classifier.train(intents, vocabulary());
  return {
    intent: name => byName.get(name),
    read: ({ text, now, context }) =>
      readMessage({ text, now, context, vocabulary: vocabulary() }),
    rank: reading => classifier.rank(reading),
    parameters: (reading, name) => {
      const intent = byName.get(name);
      return intent ? extractParameters(reading, intent).params : {};
    },
  };
}
