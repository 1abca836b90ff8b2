import type { Tier } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Environment,
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';
import { tierWord } from '../wording';
import { askForTarget } from './asking';
import { findEnvironment, impliedEnvironment } from './environments';

const WORDS: Array<[RegExp, Tier]> = [
  [/^(dev|develop|development|sandbox|playground)$/, 'dev'],
  [/^(test|testing|qa|uat|preview)$/, 'test'],
  [/^(stage|staging|pre-?prod|pre-?production)$/, 'staging'],
  [/^(prod|production|live)$/, 'prod'],
];

/** The tier that somebody names instead of an environment: `my test env`. */
function tierSaid(said: string): Tier | undefined {
  const word = said
    .toLowerCase()
    .replace(/\b(my|our|the|env|environment)\b/g, ' ')
    .replace(/^[\s-]+|[\s-]+$/g, '');
  return WORDS.find(([pattern]) => pattern.test(word))?.[1];
}

/**
 * The environment that is meant: the one that was named; else the only one of
 * the person's that is of the tier that was said; else the page's or the only
 * one; else a question.
 */
export function chooseEnvironment(
  said: string | undefined,
  context: IntentContext,
  question: string,
): { environment: Environment } | { question: Question } {
  const named = said ? findEnvironment(said, context) : undefined;
  const implied = said ? undefined : impliedEnvironment(context);
  if (named ?? implied) {
    return { environment: (named ?? implied)! };
  }
  const tier = said ? tierSaid(said) : undefined;
  const own = context.platform.environments.filter(
    one =>
      one.tier === tier &&
      context.person.teams.includes(one.team) &&
      !one.asleep,
  );
  if (own.length === 1) {
    return { environment: own[0] };
  }
  if (tier && own.length > 1) {
    return {
      question: {
        parameter: 'environment',
        text: say`You have several ${tierWord(tier)} environments. ${question}`,
        choices: own.map(({ name }) => ({ value: name, label: name })),
      },
    };
  }
  const asked = askForTarget({
    parameter: 'environment',
    text: question,
    said: tier ? undefined : said,
    kinds: ['environment'],
    context,
  });
  return {
    question: tier
      ? {
          ...asked,
          text: say`Your team has no ${tierWord(tier)} environment. ${
            asked.text
          }`,
        }
      : asked,
  };
}
