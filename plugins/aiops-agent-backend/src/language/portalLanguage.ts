import type { UnderstandInput } from '@aiops-portal/plugin-aiops-agent-node';
import { Classifier, type Ranking } from './classifier';
import { rankClauses } from './clauseRanking';
import { extractParameters } from './extraction';
import { spokenIn } from './focus';
import { inEnglish } from './german';
import { misfitOf } from './misfit';
import { readMessage } from './reading';
import type { KnownIntent, Reading, Vocabulary } from './types';

/** What the embedded engines share: the intents, their words, the classifier. */
export interface PortalLanguage {
  intent(name: string): KnownIntent | undefined;
  read(input: UnderstandInput): Reading;
  rank(reading: Reading): Ranking;
  /** The parameters that a message gives an intent, in normal forms. */
  parameters(reading: Reading, intent: string): Record<string, unknown>;
}

function namesIn({ context }: UnderstandInput): string[] {
  const { teams, environments, applications, databases } = context;
  return [teams, environments, applications, databases].flatMap(
    names => names ?? [],
  );
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
  // All engines get the same input, so it is read and ranked once.
  const readings = new WeakMap<object, Reading>();
  const rankings = new WeakMap<Reading, Ranking>();
  return {
    intent: name => byName.get(name),
    read: input => {
      const reading =
        readings.get(input) ??
        readMessage({
          text: inEnglish(input.text, namesIn(input)),
          now: input.now,
          context: input.context,
          vocabulary: vocabulary(),
          spoken: spokenIn(input),
        });
      readings.set(input, reading);
      return reading;
    },
    rank: reading => {
      const rankOne = (one: Reading) => classifier.rank(one, misfitOf(one));
      const ranking =
        rankings.get(reading) ??
        rankClauses(reading.text, rankOne(reading), text =>
          rankOne(readMessage({ ...reading, text })),
        );
      rankings.set(reading, ranking);
      return ranking;
    },
    parameters: (reading, name) => {
      const intent = byName.get(name);
      return intent ? extractParameters(reading, intent).params : {};
    },
  };
}
