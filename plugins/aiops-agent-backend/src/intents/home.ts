import type {
  Change,
  Me,
  TeamRoom,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { IntentContext } from '@aiops-portal/plugin-aiops-agent-node';
import { suggestionsFor } from './suggestions';
import { deployedThing, environmentThing } from './thing';

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
