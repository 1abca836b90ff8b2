import type { LanguageContext } from '@aiops-portal/plugin-aiops-agent-common';
import { Features, LinearSvm } from './learning';
import { maskMessage } from './masking';
import { outOfScopePhrases } from './out-of-scope.phrases';
import { readMessage } from './reading';
import type { KnownIntent, Reading, Vocabulary } from './types';

/** The class of what this portal doesn't do. */
export const OUT_OF_SCOPE = 'out_of_scope';

/** An intent and how sure the classifier is of it. */
export interface Candidate {
  intent: string;
  /** Signed distance from the boundary; the best one first. */
  score: number;
}

/** What the classifier makes of a message. */
export interface Ranking {
  candidates: Candidate[];
  /** How far the first is ahead of the second. */
  margin: number;
  /** Chance that the first is right, 0 to 1. */
  confidence: number;
}

/** Names that the example phrases speak of. */
const EXAMPLE_CONTEXT = {
  teams: ['marketing', 'events', 'finance'],
  environments: ['marketing-dev', 'events-dev', 'shop-staging', 'shop-prod'],
  applications: [
    ...['marketing-blog', 'checkout-api', 'storefront', 'wiki', 'dashboard'],
    ...['booking-tool', 'booking-app', 'learning-platform', 'survey-tool'],
    ...['school-portal', 'search-service', 'payroll-app', 'reporting-tool'],
  ],
  databases: ['blog-db', 'shop-db', 'orders-db'],
};

/**
 * How much nearer the refusal is than an intent that fits as well: to refuse
 * asks again, to do what nobody wanted doesn't.
 */
const DOUBT = 0.05;

/**
 * Chance of being right by margin: a logistic function fitted to phrases that
 * the classifier wasn't trained on (`eval:language --cross-validate`).
 */
const CALIBRATION = { slope: 3.6, offset: -0.5 };

function confidenceOf(margin: number, score: number): number {
  const chance =
    1 / (1 + Math.exp(-(CALIBRATION.slope * margin + CALIBRATION.offset)));
  // Where no class claims the message, the lead of one says little.
  return score < -0.7 ? chance * 0.6 : chance;
}

/** The embedded classifier: trained from the phrases of the intents at start. */
export class Classifier {
  /** What there is in the world that the phrases speak of. */
  static readonly exampleContext: LanguageContext = EXAMPLE_CONTEXT;

  private constructor(
    private readonly features: Features,
    private readonly svm: LinearSvm,
  ) {}

  /** Takes less than half a second for some fifty intents. */
  static train(
    intents: KnownIntent[],
    vocabulary: Vocabulary,
    outOfScope: string[] = outOfScopePhrases,
  ): Classifier {
    const samples: Array<[label: string, text: string]> = [
      ...intents.flatMap(({ name, title, examples }) =>
        [title, ...examples].map((text): [string, string] => [name, text]),
      ),
      ...outOfScope.map((text): [string, string] => [OUT_OF_SCOPE, text]),
    ];
    const masked = samples.map(([, text]) =>
      maskMessage(
        readMessage({
          text,
          now: new Date(0),
          context: EXAMPLE_CONTEXT,
          vocabulary,
          // Masks hide what is named, not what may be meant.
          loosely: false,
        }),
      ),
    );
    const { features, vectors } = Features.learn(masked);
    const labels = samples.map(([label]) => label);
    return new Classifier(
      features,
      LinearSvm.train(vectors, labels, features.size),
    );
  }

  /**
   * The intents by how likely they are meant.
   *
   * @param misfit - What an intent loses for what else is known of the message.
   */
  rank(
    reading: Reading,
    misfit: (intent: string) => number = () => 0,
  ): Ranking {
    const scores = this.svm.scores(
      this.features.vectorOf(maskMessage(reading)),
    );
    const candidates = scores
      .map(({ name, score }) => ({
        intent: name,
        score: name === OUT_OF_SCOPE ? score + DOUBT : score - misfit(name),
      }))
      .sort((a, b) => b.score - a.score);
    const margin = (candidates[0]?.score ?? 0) - (candidates[1]?.score ?? -1);
    return {
      candidates,
      margin,
      confidence: confidenceOf(margin, candidates[0]?.score ?? -1),
    };
  }
}
