import { NotFoundError } from '@backstage/errors';
import type {
  Deployed,
  Environment,
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';
import { askForTarget } from './asking';
import { findTarget, impliedTarget, THINGS } from './targets';

function thingOf(target: ReturnType<typeof findTarget>): Deployed | undefined {
  return target?.kind === 'thing' ? target.thing : undefined;
}

/**
 * The application, database or cache that is meant: the one that was named;
 * else the page's, else the person's only application; else a question.
 */
export function chooseThing(
  said: string | undefined,
  context: IntentContext,
  question: string,
): { thing: Deployed } | { question: Question } {
  const onPage = context.entity && thingOf(impliedTarget(context, THINGS));
  const thing = said
    ? thingOf(findTarget(said, context, THINGS))
    : onPage ?? thingOf(impliedTarget(context, ['application']));
  return thing
    ? { thing }
    : {
        question: askForTarget({
          parameter: 'application',
          text: question,
          said,
          kinds: said ? THINGS : ['application'],
          context,
        }),
      };
}

/**
 * The thing that a plan is about, with the environment that it lives in.
 *
 * @throws NotFoundError when it is gone, or was never there.
 */
export function theThing(
  name: string | undefined,
  context: IntentContext,
): { thing: Deployed; home: Environment } {
  const thing = context.platform.deployed.find(one => one.name === name);
  const home = context.platform.environments.find(
    one => one.name === thing?.environment,
  );
  if (!thing || !home) {
    throw new NotFoundError(
      say`There is nothing called "${
        name ?? ''
      }" any more, so nothing was changed.`,
    );
  }
  return { thing, home };
}
