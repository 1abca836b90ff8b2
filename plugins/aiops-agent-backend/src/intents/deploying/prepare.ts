import type {
  IntentContext,
  Question,
} from '@aiops-portal/plugin-aiops-agent-node';
import { checkHost, checkName } from '../../planning/names';
import { askForAnotherName } from '../drafting';
import { askForEnvironment, checkAwake, chooseTeam } from '../finding';
import { freeName, isFree } from '../naming';
import {
  accessOf,
  applicationBlueprint,
  askForApp,
  homeOf,
  nounOf,
} from './choices';
import type { DeployApplicationParams } from './parameters';
import { say } from '../../words';

interface Prepared {
  params: DeployApplicationParams;
  missing: Question[];
}

/**
 * Where it goes and who owns it: the named environment and its team, else a
 * new one of the person's team.
 */
async function settleHome(
  { params, missing }: Prepared,
  context: IntentContext,
): Promise<void> {
  const home = homeOf(params, context);
  if (home && home !== 'new') {
    checkAwake(home);
    params.environment = home.name;
    params.team = home.team;
    return;
  }
  if (!home) {
    missing.push(askForEnvironment(params.environment, context, true));
    params.environment = undefined;
  }
  const choice = await chooseTeam(params.team, context);
  params.team = 'team' in choice ? choice.team : undefined;
  if ('question' in choice) {
    missing.push(choice.question);
  }
}

function settleApp(
  { params, missing }: Prepared,
  context: IntentContext,
): void {
  const blueprint = applicationBlueprint(params.app, context);
  if (!blueprint) {
    missing.push(askForApp(params.app, context));
  }
  params.app = blueprint?.name;
  if (blueprint?.needsImage && !params.image) {
    missing.push({
      parameter: 'image',
      text: say`Which container image should it run? It looks like "ghcr.io/acme/shop:1.4.0".`,
    });
  }
}

function settleName(
  { params, missing }: Prepared,
  context: IntentContext,
): void {
  const { name, team } = params;
  if (name !== undefined && !isFree(checkName(name), context)) {
    missing.push(askForAnotherName(name, context));
    params.name = undefined;
    return;
  }
  const blueprint = applicationBlueprint(params.app, context);
  if (!name && blueprint && team) {
    params.name = freeName(`${team}-${nounOf(blueprint)}`, context);
  }
}

function settleReach(
  { params, missing }: Prepared,
  context: IntentContext,
): void {
  const access = accessOf(params.access, params.team);
  if (typeof access === 'string') {
    params.access = access;
  } else {
    missing.push(access);
    params.access = undefined;
  }
  if (params.host === undefined) {
    return;
  }
  params.host = checkHost(params.host, context.domain);
  if (context.isNameTaken(params.host)) {
    missing.push({
      parameter: 'host',
      text: say`The address "${params.host}" is in use already. Which one shall it have?`,
    });
    params.host = undefined;
  }
}

/**
 * Fills in what an application needs, and says what must be asked. What
 * follows from other parameters (the address from the name, the new
 * environment too) stays open, so that it follows when they are corrected.
 *
 * @throws InputError when a name or an address is impossible.
 */
export async function prepareApplication(
  said: DeployApplicationParams,
  context: IntentContext,
): Promise<Prepared> {
  const prepared: Prepared = { params: { ...said }, missing: [] };
  settleApp(prepared, context);
  await settleHome(prepared, context);
  settleName(prepared, context);
  settleReach(prepared, context);
  prepared.params.traffic ??= 'low';
  return prepared;
}
