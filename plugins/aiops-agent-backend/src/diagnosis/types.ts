import type { Deployed, LogLine } from '@aiops-portal/plugin-aiops-agent-node';
import type { EventObject, KubeObject } from '../cluster/objects';
import type { DeliveryStatus } from '../cluster/types';

/** What a container uses: cpu in cores, memory in bytes. */
export interface ContainerUsage {
  container: string;
  /** Averaged over the newest samples. */
  cpu: number;
  memory: number;
  /** The most memory that was seen of late, also before a restart. */
  peakMemory: number;
}

/** Which log of which container, and how much of it. */
export interface PodLogRequest {
  namespace: string;
  pod: string;
  container: string;
  /** Of the run before the last restart. */
  previous?: boolean;
  /** The newest so many. */
  lines: number;
  sinceSeconds?: number;
}

/**
 * All that a diagnosis reads: a cluster's caches, or a directory that holds
 * what a cluster said.
 */
export interface DiagnosisSource {
  now(): Date;
  /** False where this kind can't be read: then nothing follows from absence. */
  knows(kind: string): boolean;
  get(
    kind: string,
    namespace: string | undefined,
    name: string,
  ): KubeObject | undefined;
  list(kind: string, namespace?: string): KubeObject[];
  /** Objects of a kind that this one owns. */
  ownedBy(owner: Pick<KubeObject, 'metadata'>, kind: string): KubeObject[];
  /** Events about this very object, by its uid; oldest first. */
  eventsAbout(object: Pick<KubeObject, 'metadata'>): EventObject[];
  /** What a pod's containers use; undefined where that isn't known. */
  usage(namespace: string, pod: string): ContainerUsage[] | undefined;
  /** How Argo CD delivers a folder of the repository. */
  deliveries(path: string): DeliveryStatus[];
  /** Oldest line first, redacted; undefined when the log can't be read. */
  podLog(request: PodLogRequest): Promise<LogLine[] | undefined>;
}

/** What is to be diagnosed. */
export interface DiagnosisRequest {
  thing: Deployed;
  /** What else there is, among it what the thing uses. */
  deployed: Deployed[];
  source: DiagnosisSource;
}
