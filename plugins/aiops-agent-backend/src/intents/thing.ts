import type { Link, Thing } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Deployed,
  Environment,
  IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { entityRefOf } from './finding';
import { say } from '../words';

/** An environment: how it is, and what all that is in it costs. */
export function environmentThing(
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

/** An application, database or cache: how it is, and where it opens. */
export function deployedThing(thing: Deployed, context: IntentContext): Thing {
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

/** Where an application, database or cache opens, and its page. */
export function linksTo(thing: Deployed, context: IntentContext): Link[] {
  return [
    ...thing.hosts.map(host => ({
      title: say`Open ${host}`,
      url: context.runtime.url(host),
    })),
    { title: thing.name, entityRef: entityRefOf(thing.role, thing.name) },
  ];
}
