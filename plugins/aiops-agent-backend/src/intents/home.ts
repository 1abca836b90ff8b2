import type {
  Change,
  Me,
  TeamRoom,
  Thing,
} from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Deployed,
  Environment,
  IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { entityRefOf } from './finding';
import { suggestionsFor } from './suggestions';

/** How many requests that have ended are still shown. */
const ENDED_SHOWN = 3;

const ENDED = new Set([
  'live',
  'failed',
  'rolled-back',
  'rejected',
  'cancelled',
  'expired',
]);

function environmentThing(
  environment: Environment,
  context: IntentContext,
): Thing {
  const { health, sentence } = context.runtime.environmentStatus(environment);
  return {
    kind: 'environment',
    name: environment.name,
    title: environment.title ?? environment.name,
    entityRef: entityRefOf('environment', environment.name),
    team: environment.team,
    tier: environment.tier,
    health,
    sentence,
    costPerMonth: context.cost.ofEnvironment(environment),
  };
}

function deployedThing(thing: Deployed, context: IntentContext): Thing {
  const { health, sentence } = context.runtime.status(thing);
  const host = thing.hosts.at(0);
  return {
    kind: thing.role === 'application' ? 'application' : 'database',
    name: thing.name,
    title: thing.title ?? thing.name,
    entityRef: entityRefOf(thing.role, thing.name),
    team: thing.team,
    environment: thing.environment,
    health,
    sentence,
    url: host && context.runtime.url(host),
    costPerMonth: context.cost.ofThing(thing),
  };
}

async function roomOf(team: string, context: IntentContext): Promise<TeamRoom> {
  const names = await context.approversOf(team);
  return {
    team,
    quota: context.quota.ofTeam(team),
    budget: context.cost.budget(team),
    approvers: names.filter(name => name !== context.person.displayName),
  };
}

/** Those on their way, and the newest that have ended. */
function recent(changes: Change[]): Change[] {
  const open = changes.filter(({ state }) => !ENDED.has(state));
  const ended = changes.filter(({ state }) => ENDED.has(state));
  return [...open, ...ended.slice(0, ENDED_SHOWN)];
}

/** What the home page shows a person: who they are, and what is theirs. */
export async function homeOf(context: IntentContext): Promise<Me> {
  const { person, platform, changes } = context;
  const { userRef, displayName, teams, groups, level } = person;
  const own = <T extends { team: string }>(things: T[]) =>
    things.filter(({ team }) => teams.includes(team));
  const deployed = own(platform.deployed);
  const [rooms, requests] = await Promise.all([
    Promise.all(teams.map(team => roomOf(team, context))),
    changes.list({ role: 'requester' }),
  ]);
  return {
    person: { userRef, displayName, teams, groups, level },
    teams: rooms,
    environments: own(platform.environments).map(environment =>
      environmentThing(environment, context),
    ),
    applications: deployed
      .filter(({ role }) => role === 'application')
      .map(thing => deployedThing(thing, context)),
    databases: deployed
      .filter(({ role }) => role !== 'application')
      .map(thing => deployedThing(thing, context)),
    suggestions: suggestionsFor(context),
    changes: recent(requests),
  };
}
