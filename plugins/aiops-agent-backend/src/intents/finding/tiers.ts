import type { Tier } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Environment,
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';
import { tierWord } from '../wording';
import { askForTarget } from './asking';
import { findEnvironment } from './environments';

const WORDS: Array<[RegExp, Tier]> = [
  [/\b(dev|develop|development|sandbox|playground|entwicklung)/, 'dev'],
  [/\b(test|testing|qa|uat|preview)/, 'test'],
  [/\b(stage|staging|pre-?prod|pre-?production|abnahme)/, 'staging'],
  [/\b(prod|production|live|produktion)/, 'prod'],
];

/** The tier that somebody names instead of an environment: `my test env`. */
function tierSaid(said: string): Tier | undefined {
  return WORDS.find(([pattern]) => pattern.test(said.toLowerCase()))?.[1];
}

/**
 * The environment that may be meant where none was named: the page's own, or
 * the person's only one, unless that is production. The page of what is in one
 * doesn't speak of all of it.
 */
function impliedFor(context: IntentContext): Environment | undefined {
  const { entity, platform, person } = context;
  if (entity?.kind === 'system') {
    return platform.environments.find(({ name }) => name === entity.name);
  }
  const own = platform.environments.filter(({ team }) =>
    person.teams.includes(team),
  );
  return own.length === 1 && own[0].tier !== 'prod' ? own[0] : undefined;
}

/**
 * The environment that something grave is meant for: the one that was named;
 * else the only one of the person's that is of the tier that was said; else the
 * page's or the only one; else a question.
 */
export function chooseEnvironment(
  said: string | undefined,
  context: IntentContext,
  question: string,
): { environment: Environment } | { question: Question } {
  const named = said ? findEnvironment(said, context) : undefined;
  const implied = said ? undefined : impliedFor(context);
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
