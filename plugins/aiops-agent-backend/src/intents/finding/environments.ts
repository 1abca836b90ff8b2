import { InputError } from '@backstage/errors';
import type {
  Environment,
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { nearest } from '../naming';
import { findTarget, impliedTarget } from './targets';
import { say } from '../../words';

/** The environment with this name or title, if the person may see it. */
export function findEnvironment(
  said: string,
  context: Pick<IntentContext, 'platform'>,
): Environment | undefined {
  const found = findTarget(said, context, ['environment']);
  return found?.kind === 'environment' ? found.environment : undefined;
}

/**
 * The environment that is meant where none was named: the page's, the one of
 * the page's application, else the only one of the person's teams.
 */
export function impliedEnvironment(
  context: IntentContext,
): Environment | undefined {
  const ofPage = environmentOfPage(context);
  if (ofPage) {
    return ofPage;
  }
  const implied = impliedTarget(context, ['environment']);
  return implied?.kind === 'environment' ? implied.environment : undefined;
}

/** The environment of the page, or of the application on the page. */
export function environmentOfPage(
  context: IntentContext,
): Environment | undefined {
  if (!context.entity) {
    return undefined;
  }
  const onPage = impliedTarget(context);
  if (!onPage) {
    return undefined;
  }
  return onPage.kind === 'environment'
    ? onPage.environment
    : findEnvironment(onPage.thing.environment, context);
}

/** Asks for an environment; offers the nearest names, or the person's own. */
export function askForEnvironment(
  said: string | undefined,
  context: IntentContext,
  orNew: boolean,
): Question {
  const names = context.platform.environments.map(({ name }) => name);
  const own = context.platform.environments
    .filter(({ team }) => context.person.teams.includes(team))
    .map(({ name }) => name);
  const near = said ? nearest(said, names) : [];
  const offered = near.length > 0 ? near : own.slice(0, 6);
  const choices = offered.map(name => ({ value: name, label: name }));
  if (orNew) {
    choices.push({ value: 'new', label: say`A new one of its own` });
  }
  const unknown = said ? say`I don't know an environment "${said}". ` : '';
  if (offered.length === 0 && !orNew) {
    return {
      parameter: 'environment',
      text: say`${unknown}It needs an environment to live in, and your team has none yet. Say "create a development environment" first.`,
    };
  }
  return {
    parameter: 'environment',
    text: say`${unknown}Which environment should it go into?`,
    choices,
  };
}

/** @throws InputError when the environment is asleep: nothing starts in it. */
export function checkAwake(environment: Environment): void {
  if (environment.asleep) {
    throw new InputError(
      say`"${environment.name}" is asleep, so nothing could start in it and nothing was changed. Undo the request that put it to sleep, or name another environment.`,
    );
  }
}
