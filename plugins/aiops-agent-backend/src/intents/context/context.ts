import type { Finding, Health } from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Deployed,
  Environment,
  EnvironmentAccess,
  IntentContext,
  PlatformSnapshot,
  RequestingPerson,
  RuntimeStatus,
} from '@aiops-portal/plugin-aiops-agent-node';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ChangeService } from '../../changes/types';
import type { ClusterReader, RuntimeReader } from '../../cluster/types';
import type { PolicyService } from '../../policy/types';
import { thingsIn } from '../finding';
import { visibleBackups } from './backups';
import type { Readers } from './ports';
import { takenNames, visiblePlatform } from './visible';
import { say } from '../../words';

/** What a context is made of. */
export interface IntentContextDeps extends Readers {
  /** The platform repository at its current head. */
  platform(): Promise<PlatformSnapshot>;
  policy: Pick<PolicyService, 'maySee'>;
  cluster: Pick<
    ClusterReader,
    'ready' | 'status' | 'environmentStatus' | 'backups'
  > &
    RuntimeReader;
  /** What is wrong with a thing, among what the person may see. */
  diagnose(thing: Deployed, deployed: Deployed[]): Promise<Finding[]>;
  changes: Pick<ChangeService, 'list' | 'get' | 'cancel'>;
  /** Display names of who could approve for a team. */
  approversOf(team: string): Promise<string[]>;
  /** Who may do what in an environment. */
  accessTo(
    environment: Environment,
    platform: PlatformSnapshot,
  ): Promise<EnvironmentAccess>;
  clock(): Date;
  /** `corp.example.com` */
  domain: string;
  /** How a host opens for people, with `{host}` in it. */
  ingressUrl: string;
  /** Days that a deleted thing is kept asleep. */
  keepDays?: number;
}

/** Who asks, and from where. */
export interface IntentContextRequest {
  person: RequestingPerson;
  /** The entity of the page. */
  entityRef?: string;
  /** The commit to plan on; the current head where it is absent. */
  platform?: PlatformSnapshot;
}

const unseen = (): RuntimeStatus => ({
  health: 'unknown' satisfies Health,
  sentence: say`The cluster doesn't answer at the moment.`,
  ready: 0,
  desired: 0,
  restarts: 0,
  problems: [],
});

function entityOf(entityRef: string | undefined): IntentContext['entity'] {
  if (!entityRef) {
    return undefined;
  }
  try {
    const { kind, namespace, name } = parseEntityRef(entityRef, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
    return {
      kind: kind.toLocaleLowerCase('en-US'),
      name,
      entityRef: `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US'),
    };
  } catch {
    throw new InputError(
      say`The page that you asked from has no valid entity reference. Nothing was changed; open the page again.`,
    );
  }
}

/** Makes a thing when it is first needed. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * Everything an intent may use, as the person who asks, on the current head:
 * what they may not see is left out, except that its names are taken.
 */
export async function createIntentContext(
  deps: IntentContextDeps,
  request: IntentContextRequest,
): Promise<IntentContext> {
  const { person } = request;
  const whole = request.platform ?? (await deps.platform());
  const platform = visiblePlatform(whole, environment =>
    deps.policy.maySee(person, environment),
  );
  // Most intents need few of these, and reading prices or blueprints costs.
  const taken = once(() => takenNames(whole));
  const cost = once(() => deps.cost(whole));
  const quota = once(() => deps.quota(whole));
  const compose = once(() => deps.composer(whole));
  return {
    person,
    now: deps.clock(),
    entity: entityOf(request.entityRef),
    platform,
    isNameTaken: name => taken().has(name),
    runtime: {
      status: thing =>
        deps.cluster.ready() ? deps.cluster.status(thing) : unseen(),
      environmentStatus: environment =>
        deps.cluster.ready()
          ? deps.cluster.environmentStatus(
              environment,
              thingsIn(environment.name, platform),
            )
          : unseen(),
      diagnose: thing => deps.diagnose(thing, platform.deployed),
      logs: (thing, wanted) => deps.cluster.logs(thing, wanted),
      measures: thing =>
        deps.cluster.ready() ? deps.cluster.measures(thing) : undefined,
      backups: () => {
        const backups = deps.cluster.backups();
        return backups && visibleBackups(backups, platform);
      },
      url: host => deps.ingressUrl.replaceAll('{host}', host),
    },
    get cost() {
      return cost();
    },
    get quota() {
      return quota();
    },
    changes: {
      list: filter => deps.changes.list(filter, person),
      get: id => deps.changes.get(id, person),
      cancel: id => deps.changes.cancel(id, person),
    },
    get compose() {
      return compose();
    },
    approversOf: team => deps.approversOf(team),
    accessTo: environment => deps.accessTo(environment, whole),
    domain: deps.domain,
    keepDays: deps.keepDays,
  };
}
