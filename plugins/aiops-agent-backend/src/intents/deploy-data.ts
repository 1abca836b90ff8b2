import { InputError } from '@backstage/errors';
import type {
  BlueprintInfo,
  IntentContext,
  PlanDraft,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import {
  actIn,
  askForAnotherName,
  claimName,
  given,
  joinParts,
  undoOfCreation,
} from './drafting';
import {
  askForEnvironment,
  checkAwake,
  findEnvironment,
  impliedEnvironment,
} from './finding';
import { checkName } from '../planning/names';
import { freeName, isFree } from './naming';
import { alternatives } from './wording';
import { say, sayAgain } from '../words';

/** The parameters that databases and caches share. */
export interface DataParams {
  engine?: string;
  name?: string;
  environment?: string;
  size?: 'small' | 'medium' | 'large';
  storage?: string;
}

/** What distinguishes a database from a cache. */
export interface DataKind {
  intent: string;
  role: 'database' | 'cache';
  /** What its name ends in: `marketing-dev-db`. */
  suffix: string;
  /** The engine that is taken where none is said; undefined asks. */
  usualEngine?: string;
}

function blueprintOf(
  engine: string | undefined,
  kind: DataKind,
  context: IntentContext,
): BlueprintInfo | undefined {
  const info = engine ? context.compose.blueprint(engine) : undefined;
  return info?.role === kind.role ? info : undefined;
}

function askForEngine(
  said: string | undefined,
  kind: DataKind,
  context: IntentContext,
): Question {
  const offered = context.compose.blueprints(kind.role);
  const unknown = said
    ? say`I can't set up "${said.slice(0, 40)}" as a ${sayAgain(
        kind.role,
      )} here. `
    : '';
  return {
    parameter: 'engine',
    text: say`${unknown}Which ${sayAgain(
      kind.role,
    )} would you like: ${alternatives(offered.map(({ title }) => title))}?`,
    choices: offered.map(({ name, title }) => ({ value: name, label: title })),
  };
}

/**
 * Fills in what a database or cache needs, and says what must be asked.
 *
 * @throws InputError when a name or a size is impossible.
 */
export function prepareData<P extends DataParams>(
  params: P,
  kind: DataKind,
  context: IntentContext,
): { params: P; missing: Question[] } {
  const missing: Question[] = [];
  const next = { ...params };
  const blueprint = blueprintOf(
    params.engine ?? kind.usualEngine,
    kind,
    context,
  );
  next.engine = blueprint?.name;
  if (!blueprint) {
    missing.push(askForEngine(params.engine, kind, context));
  }
  const environment = params.environment
    ? findEnvironment(params.environment, context)
    : impliedEnvironment(context);
  next.environment = environment?.name;
  if (!environment) {
    missing.push(askForEnvironment(params.environment, context, false));
  } else {
    checkAwake(environment);
  }
  if (
    params.name !== undefined &&
    !isFree(checkName(params.name, kind.role), context)
  ) {
    missing.push(askForAnotherName(params.name, context));
    next.name = undefined;
  } else if (!params.name && environment) {
    next.name = freeName(`${environment.name}-${kind.suffix}`, context);
  }
  next.size ??= 'small';
  return { params: next, missing };
}

/**
 * A database or cache in an environment that is there.
 *
 * @throws InputError when it is planned before everything was asked, or the
 * environment is gone; ConflictError when the name has been taken.
 */
export function planData(
  params: DataParams,
  kind: DataKind,
  context: IntentContext,
): PlanDraft {
  const blueprint = blueprintOf(params.engine, kind, context);
  const environment =
    params.environment && findEnvironment(params.environment, context);
  const { name, size = 'small', storage } = params;
  if (!blueprint || !environment || !name) {
    throw new InputError(
      say`It is not clear which ${sayAgain(
        kind.role,
      )} to make, or its environment is gone. Nothing was changed; ask again.`,
    );
  }
  claimName(name, context);
  const { team, tier } = environment;
  const part = joinParts([
    context.compose.deploy({
      blueprint: blueprint.name,
      name,
      environment: { name: environment.name, team, tier },
      size,
      storage,
    }),
  ]);
  const disk = storage
    ? say` with ${storage.replace(/(\w)i$/, ' $1iB')} of disk`
    : '';
  const thing = say`**${name}**, a ${sayAgain(size)} ${
    blueprint.title
  } ${sayAgain(kind.role)}${disk}, in **${environment.name}**`;
  return {
    title: say`${blueprint.noun} in ${environment.name}`,
    summary: say`I'd make ${thing}, with a password that only your team can see. Fine, or change something?`,
    outcome: say`${thing}, with a password that only the team **${team}** can see.`,
    team,
    intents: [{ intent: kind.intent, params: given({ ...params, size }) }],
    ...part,
    values: {
      ...part.values,
      engine: blueprint.name,
      name,
      environment: environment.name,
      size,
      ...(storage ? { storage } : {}),
    },
    risk: tier === 'prod' ? 'medium' : 'low',
    undo: undoOfCreation(context),
    fields: [
      { name: 'name', label: say`Name`, value: name },
      {
        name: 'engine',
        label: say`Kind`,
        value: blueprint.name,
        options: context.compose.blueprints(kind.role).map(info => info.name),
      },
      {
        name: 'size',
        label: say`Size`,
        value: size,
        options: ['small', 'medium', 'large'],
      },
    ],
    confirmLabel: say`Yes, create it`,
    acts: [actIn(environment, { intent: kind.intent })],
  };
}
