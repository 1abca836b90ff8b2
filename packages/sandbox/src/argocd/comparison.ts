import { liveObject } from './live';
import type { ClusterApi, KubeObject } from '../kubernetes/types';
import { isOutOfSync } from './compare';
import { healthOf, worstHealth } from './health';
import { ManifestError, readManifests, type Tree } from './manifests';
import { groupOf, isExtraneous, keyOf, refOf, trackedBy } from './names';
import { waveOf } from './order';
import { isInCluster, projectRefusal } from './project';
import { isClusterScoped } from './scope';
import type {
  ApplicationSpec,
  ApplicationStatus,
  Condition,
  Health,
  Source,
  SyncStatus,
} from './types';

/** What an Application is compared with. */
export interface ComparisonInput {
  cluster: ClusterApi;
  application: KubeObject;
  project?: KubeObject;
  tree: Tree;
  /** The branch that is there, besides `HEAD`. */
  branch: string;
  isPlatformRepository(url: string): boolean;
  /** Live objects that are tracked as this Application's. */
  tracked: KubeObject[];
}

/** Git and the cluster side by side. */
export interface Comparison {
  sync: SyncStatus;
  health: Health;
  /** In namespaces, as they are to be. */
  desired: KubeObject[];
  /** Of these, the ones that aren't as they should be. */
  outOfSync: KubeObject[];
  /** In the cluster and no longer in Git. */
  extra: KubeObject[];
  resources: NonNullable<ApplicationStatus['resources']>;
  conditions: Condition[];
}

/** Compares an Application's folder with the cluster. */
export function compare(input: ComparisonInput): Comparison {
  const spec = input.application.spec as ApplicationSpec;
  const refused = specProblem(input, spec);
  if (refused) {
    return unknown('InvalidSpecError', refused, []);
  }
  let desired: KubeObject[];
  try {
    desired = sourcesOf(spec).flatMap(source => readSource(input, source));
  } catch (error) {
    if (!(error instanceof ManifestError)) {
      throw error;
    }
    return unknown(
      'ComparisonError',
      `Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = ${error.message}`,
      input.tracked,
    );
  }
  return sideBySide(input, placed(input, spec, desired));
}

/** The one source or the several of an Application. */
export function sourcesOf(spec: ApplicationSpec): Source[] {
  return spec.sources ?? (spec.source ? [spec.source] : []);
}

function specProblem(
  { project, application }: ComparisonInput,
  spec: ApplicationSpec,
): string | undefined {
  if (!spec.destination || !sourcesOf(spec).length) {
    return 'spec.source.repoURL and either spec.source.path or spec.source.chart are required';
  }
  if (!project) {
    return `Application referencing project ${spec.project} which does not exist`;
  }
  if (!isInCluster(spec)) {
    const { server, name } = spec.destination;
    return `application destination spec for ${
      application.metadata.name
    } is invalid: unable to find destination server: there are no clusters with this name: ${
      server ?? name
    }`;
  }
  return projectRefusal(project, spec);
}

function readSource(
  { tree, branch, isPlatformRepository }: ComparisonInput,
  source: Source,
): KubeObject[] {
  if (source.chart || !isPlatformRepository(source.repoURL)) {
    throw new ManifestError(
      `failed to list refs: repository not found: ${source.repoURL}`,
    );
  }
  const revision = source.targetRevision || 'HEAD';
  if (!['HEAD', branch, `refs/heads/${branch}`].includes(revision)) {
    throw new ManifestError(`unable to resolve '${revision}' to a commit SHA`);
  }
  return readManifests(tree, source);
}

function placed(
  { cluster }: ComparisonInput,
  spec: ApplicationSpec,
  objects: KubeObject[],
): Map<string, KubeObject> {
  const byKey = new Map<string, KubeObject>();
  for (const object of objects) {
    const { namespace: given, ...metadata } = object.metadata;
    const namespace = isClusterScoped(cluster, object)
      ? undefined
      : given ?? spec.destination.namespace;
    const whole = {
      ...object,
      metadata: { ...metadata, ...(namespace && { namespace }) },
    };
    byKey.set(keyOf(refOf(whole)), whole);
  }
  return byKey;
}

function sideBySide(
  { cluster, application, tracked }: ComparisonInput,
  desired: Map<string, KubeObject>,
): Comparison {
  const { name } = application.metadata;
  const resources: Comparison['resources'] = [];
  const conditions: Condition[] = [];
  const outOfSync: KubeObject[] = [];
  const healths: Health[] = [];

  for (const object of desired.values()) {
    const live = liveObject(cluster, refOf(object));
    const differs = !live || isOutOfSync(object, live);
    if (differs) {
      outOfSync.push(object);
    }
    const health = live ? healthOf(live) : ({ status: 'Missing' } as const);
    if (health) {
      healths.push(health);
    }
    const other = live && trackedBy(live);
    if (other && other !== name) {
      conditions.push({
        type: 'SharedResourceWarning',
        message: `${object.kind}/${object.metadata.name} is part of applications ${application.metadata.namespace}/${name} and ${other}`,
      });
    }
    resources.push({
      ...summary(object),
      status: differs ? 'OutOfSync' : 'Synced',
    });
  }
  const extra = tracked.filter(live => !desired.has(keyOf(refOf(live))));
  for (const object of extra) {
    resources.push({
      ...summary(object),
      status: 'OutOfSync',
      requiresPruning: true,
    });
    healths.push(healthOf(object) ?? { status: 'Healthy' });
  }

  const counted = extra.filter(object => !isExtraneous(object));
  const worst = worstHealth(healths.map(health => health.status));
  return {
    sync: outOfSync.length || counted.length ? 'OutOfSync' : 'Synced',
    health: { status: worst },
    desired: [...desired.values()],
    outOfSync,
    extra,
    resources,
    conditions,
  };
}

function summary(object: KubeObject) {
  const [, version = object.apiVersion] = object.apiVersion.split('/');
  const group = groupOf(object.apiVersion);
  const wave = waveOf(object);
  return {
    ...(group && { group }),
    version,
    kind: object.kind,
    ...(object.metadata.namespace && { namespace: object.metadata.namespace }),
    name: object.metadata.name,
    ...(wave && { syncWave: wave }),
  };
}

/** What can be said without Git: how that which runs is. */
function unknown(
  type: string,
  message: string,
  live: KubeObject[],
): Comparison {
  const healths = live.flatMap(object => healthOf(object)?.status ?? []);
  return {
    sync: 'Unknown',
    health: { status: live.length ? worstHealth(healths) : 'Unknown' },
    desired: [],
    outOfSync: [],
    extra: [],
    resources: live.map(object => ({ ...summary(object), status: 'Unknown' })),
    conditions: [{ type, message }],
  };
}
