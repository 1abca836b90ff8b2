import { posix } from 'node:path';
import type {
  Change,
  Deployment,
  ThingChange,
  ThingDetails,
} from '@aiops-portal/plugin-aiops-agent-common';
import {
  deployedPath,
  type IntentContext,
  type RuntimeStatus,
} from '@aiops-portal/plugin-aiops-agent-node';
import { NotFoundError } from '@backstage/errors';
import { entityRefOf, nameOf, targetsOf, teamOf, type Target } from './finding';
import { measuresOf } from './thing-measures';
import { deployedThing, environmentThing } from './thing';
import { sees } from './wording';
import { say } from '../words';

/** As many changes as one takes in at a glance. */
const CHANGES_SHOWN = 5;

/** Requests in these states have changed nothing and never will. */
const CAME_TO_NOTHING = new Set<Change['state']>([
  'rejected',
  'cancelled',
  'expired',
]);

/**
 * What a thing's page in the catalog shows: how it is, what it uses and
 * costs, and what changed last, in as much detail as the person's level has.
 *
 * @throws NotFoundError when there is none that the person may see.
 */
export async function detailsOf(
  entity: { kind: string; namespace: string; name: string },
  context: IntentContext,
): Promise<ThingDetails> {
  const target = targetOf(entity, context);
  const status =
    target.kind === 'environment'
      ? context.runtime.environmentStatus(target.environment)
      : context.runtime.status(target.thing);
  const touching = await context.changes.list({ below: foldersOf(target) });
  const changes = touching.filter(({ state }) => !CAME_TO_NOTHING.has(state));
  const developer = sees(context.person.level, 'developer');
  const admin = sees(context.person.level, 'admin');
  return {
    thing:
      target.kind === 'environment'
        ? environmentThing(target.environment, context)
        : deployedThing(target.thing, context),
    currency: context.cost.currency,
    budget: context.cost.budget(teamOf(target)),
    measures: measuresOf(target, context),
    deployed: status.deployedAt
      ? deployment(status.deployedAt, developer ? changes : [])
      : undefined,
    changes: changes.slice(0, CHANGES_SHOWN).map(change => ({
      ...inShort(change),
      ...(developer && { commit: change.commit }),
    })),
    ...(developer && { copies: copiesOf(status) }),
    ...(admin && {
      delivery: { path: foldersOf(target)[0], ...status.delivery },
    }),
  };
}

function targetOf(
  entity: { kind: string; namespace: string; name: string },
  context: IntentContext,
): Target {
  const ref =
    `${entity.kind}:${entity.namespace}/${entity.name}`.toLocaleLowerCase(
      'en-US',
    );
  const found = targetsOf(context).find(
    target =>
      entityRefOf(
        target.kind === 'environment' ? target.kind : target.thing.role,
        nameOf(target),
      ).toLocaleLowerCase('en-US') === ref,
  );
  if (!found) {
    throw new NotFoundError(
      say`I can't find ${entity.name} among the things that you may see. It may have been removed; nothing was changed.`,
    );
  }
  return found;
}

/** Where a target is written; the first is its own folder. */
function foldersOf(target: Target): string[] {
  const folders =
    target.kind === 'environment'
      ? [
          target.environment.path,
          posix.dirname(deployedPath(target.environment.name, 'any')),
        ]
      : [target.thing.path];
  return folders.map(folder => folder.replace(/\/$/, ''));
}

function inShort(change: Change): ThingChange {
  return {
    id: change.id,
    title: change.plan.title,
    state: change.state,
    stateText: change.stateText,
    requesterName: change.requesterName,
    at: change.liveAt ?? change.updatedAt,
  };
}

/**
 * A version that began to run while a request was on its way is taken to be
 * that request's; any other came of something else, such as a push by hand.
 */
function deployment(at: string, changes: Change[]): Deployment {
  const moment = Date.parse(at);
  const change = changes.find(
    ({ commit, createdAt, liveAt }) =>
      commit &&
      Date.parse(createdAt) <= moment &&
      (!liveAt || moment <= Date.parse(liveAt)),
  );
  return {
    at,
    ...(change && {
      byName: change.requesterName,
      changeId: change.id,
      commit: change.commit,
    }),
  };
}

function copiesOf(status: RuntimeStatus): ThingDetails['copies'] {
  const { ready, desired, restarts, problems } = status;
  return { ready, desired, restarts, problems };
}
