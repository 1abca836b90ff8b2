import type {
  ComposedPart,
  Environment,
  IntentContext,
  PlanDraft,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { NotFoundError } from '@backstage/errors';
import { say } from '../words';
import { actIn, keepDays } from './drafting';
import { askForTarget, findEnvironment, impliedEnvironment } from './finding';

interface Chosen {
  environment?: string;
}

/** The environment that is meant, or the question which one. */
export function whichEnvironment(
  { environment: named }: Chosen,
  context: IntentContext,
  text: string,
): { params: Chosen; missing: Question[] } {
  const found = named
    ? findEnvironment(named, context)
    : impliedEnvironment(context);
  if (found) {
    return { params: { environment: found.name }, missing: [] };
  }
  const question = askForTarget({
    parameter: 'environment',
    text,
    said: named,
    kinds: ['environment'],
    context,
  });
  return { params: {}, missing: [question] };
}

/** @throws NotFoundError when it is gone, or was never there to be seen. */
export function chosenEnvironment(
  { environment: name = '' }: Chosen,
  context: IntentContext,
): Environment {
  const found = findEnvironment(name, context);
  if (!found) {
    throw new NotFoundError(
      say`There is no environment called "${name}" any more, so nothing was changed.`,
    );
  }
  return found;
}

/** A plan that is about one environment's sleep. */
export function sleepDraft(
  options: Pick<PlanDraft, 'title' | 'summary' | 'outcome' | 'confirmLabel'> & {
    intent: string;
    environment: Environment;
    part: ComposedPart;
    context: IntentContext;
  },
): PlanDraft {
  const { intent, environment, part, context, ...words } = options;
  const { name, team, tier } = environment;
  return {
    ...words,
    team,
    intents: [{ intent, params: { environment: name } }],
    ...part,
    risk: tier === 'prod' ? 'high' : 'low',
    undo: {
      days: keepDays(context),
      text: say`to have it again as it is now`,
    },
    fields: [],
    acts: [actIn(environment, { intent })],
  };
}
