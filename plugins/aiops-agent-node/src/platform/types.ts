import type { Tier } from '@aiops-portal/plugin-aiops-agent-common';

/** Put to sleep: nothing runs, nothing is reachable, data is kept. */
export interface Sleep {
  /** ISO 8601 */
  since: string;
  /** ISO 8601; absent when it only sleeps and is not to be removed. */
  removeAfter?: string;
}

/** A namespace with quota, limits, network policy and rights. */
export interface Environment {
  /** Also the namespace. */
  name: string;
  title?: string;
  /** Name of the owning group, from the Namespace's annotation in Git. */
  team: string;
  tier: Tier;
  asleep?: Sleep;
  /** Folder of its own manifests. */
  path: string;
}

/** cpu in cores, memory in bytes. */
export interface ResourceAmounts {
  cpu?: number;
  memory?: number;
}

/**
 * A container as the cluster will run it: what is written in Git, where a
 * missing request is the limit and, failing that, the default that the
 * environment's LimitRange gives.
 */
export interface ContainerSpec {
  name: string;
  image: string;
  requests: ResourceAmounts;
  limits: ResourceAmounts;
}

/** A workload as it is written in Git. */
export interface Workload {
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob';
  name: string;
  /** 1 where it is not given. */
  replicas: number;
  containers: ContainerSpec[];
  /** The file it is written in. */
  file: string;
}

/**
 * A volume claim as it is written in Git, templates multiplied by replicas; a
 * sleeping workload keeps the volumes of the copies that it wakes up to.
 */
export interface VolumeClaim {
  name: string;
  bytes: number;
}

/** A reference from Git to a secret value in the store. */
export interface SecretReference {
  /** Name of the Kubernetes Secret that it becomes. */
  name: string;
  /** Path below the store's mount. */
  path: string;
  /** Keys in the store; none where the whole of the path is taken. */
  keys: string[];
}

/** An application, database or cache: one folder in one environment. */
export interface Deployed {
  role: 'application' | 'database' | 'cache';
  /** Unique in the catalog. */
  name: string;
  /** Name of its folder, which is unique in its environment only. */
  instance: string;
  title?: string;
  environment: string;
  /** The environment's owner. */
  team: string;
  blueprint?: string;
  /** For databases and caches. */
  engine?: string;
  /** The tag of the main image. */
  version?: string;
  access: 'team' | 'company' | 'public';
  hosts: string[];
  /** Catalog names of the databases and caches that it uses. */
  uses: string[];
  workloads: Workload[];
  volumes: VolumeClaim[];
  secrets: SecretReference[];
  asleep?: Sleep;
  path: string;
}

/** The platform repository at one commit, read. */
export interface PlatformSnapshot {
  /** The commit. */
  head: string;
  files: ReadonlyMap<string, string>;
  environments: Environment[];
  deployed: Deployed[];
  /** Files that could not be read, and why; reading goes on without them. */
  problems: Array<{ path: string; message: string }>;
}
