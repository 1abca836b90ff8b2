import type { DirectoryPerson } from '@aiops-portal/plugin-aiops-agent-node';
import type {
  Context,
  EntityJson,
  StatefulAuthorizationCall,
} from '@cedar-policy/cedar-wasm/nodejs';
import type { PlannedAct } from '@aiops-portal/plugin-aiops-agent-node';
import { overQuota } from '../quota';
import type { PolicyFacts } from './types';

/** An act, with what Git and the directory say about where it happens. */
export interface JudgedAct {
  act: PlannedAct;
  /** From the environment's file in Git where there is one. */
  owner: string;
  tier: PlannedAct['tier'];
  /** User refs of those who lead the owning team. */
  leads: string[];
}

/** What is judged, without who asks. */
export type Facts = Omit<PolicyFacts, 'person'>;

const person = (ref: string) => ({ type: 'Person', id: ref });
const group = (name: string) => ({ type: 'Group', id: name });
const environment = (name: string) => ({ type: 'Environment', id: name });

/** Cedar counts in whole numbers, money in hundredths. */
function hundredths(amount: number): number {
  if (!Number.isFinite(amount)) {
    throw new RangeError(`${amount} is no amount of money`);
  }
  return Math.round(amount * 100);
}

function actContext({ act }: JudgedAct, facts: Facts): Context {
  const { cost, quota, draft } = facts;
  return {
    intent: act.intent,
    creates: act.creates,
    deletes: act.deletes,
    access: act.access,
    risk: draft.risk,
    cost: {
      priced: cost.priced,
      delta: hundredths(cost.delta),
      // Without a budget anything more is over it.
      after: hundredths(cost.budget?.spentAfter ?? cost.after),
      budget: hundredths(cost.budget?.amount ?? 0),
    },
    quota: {
      known: quota.length > 0,
      exceeded: overQuota(quota, draft.team) !== undefined,
    },
  };
}

function personEntity(one: DirectoryPerson): EntityJson {
  return {
    uid: person(one.userRef),
    attrs: { disabled: one.disabled },
    parents: [...new Set([...one.groups, ...one.teams])].map(group),
  };
}

function environmentEntity({ act, owner, tier, leads }: JudgedAct): EntityJson {
  return {
    uid: environment(act.environment),
    attrs: {
      owner: { __entity: group(owner) },
      leads: leads.map(ref => ({ __entity: person(ref) })),
      tier,
    },
    parents: [],
  };
}

type Question = Omit<
  StatefulAuthorizationCall,
  'preparsedPolicySetId' | 'preparsedSchemaName'
>;

/** May this person ask for it, or do it by their own yes? */
export function actQuestion(
  action: 'request' | 'execute',
  who: DirectoryPerson,
  judged: JudgedAct,
  facts: Facts,
): Question {
  return {
    principal: person(who.userRef),
    action: { type: 'Action', id: action },
    resource: environment(judged.act.environment),
    context: actContext(judged, facts),
    entities: [personEntity(who), environmentEntity(judged)],
  };
}

/** May this person approve what another asked for? */
export function approvalQuestion(
  who: DirectoryPerson,
  requester: string,
  judged: JudgedAct,
  facts: Facts,
): Question {
  return {
    principal: person(who.userRef),
    action: { type: 'Action', id: 'approve' },
    resource: environment(judged.act.environment),
    context: {
      act: actContext(judged, facts),
      requester: { __entity: person(requester) },
    },
    entities: [personEntity(who), environmentEntity(judged)],
  };
}

export type { Question };
