import { bootstrap, DEFAULT_NODES, type SandboxNode } from './bootstrap';
import { clusterApi } from './clusterApi';
import { ControllerLoop, controllers, furnishNamespace } from './controllers';
import { KindRegistry } from './kinds/KindRegistry';
import { DEFAULT_TIMING, type KubeletTiming } from './kubelet';
import { EventRecorder } from './resources/EventRecorder';
import { Resources } from './resources/Resources';
import { ObjectStore } from './store/ObjectStore';
import type { ClusterApi, SandboxClock } from './types';
import type { SandboxLogger } from '../logger';

/** Somebody who may talk to the API with a bearer token. */
export interface SandboxUser {
  token: string;
  name: string;
  groups: string[];
  /** `reader`: everything but Secrets, and annotations of Argo CD's Applications. */
  role: 'admin' | 'reader';
}

/** How the sandbox's cluster is made. */
export interface KubernetesSandboxOptions {
  /** 0 chooses a free one. */
  port: number;
  /** 127.0.0.1 unless given. */
  host?: string;
  /** Where the cluster is kept between runs; only in memory unless given. */
  stateFile?: string;
  clock: SandboxClock;
  users: SandboxUser[];
  /** Three machines unless given. */
  nodes?: SandboxNode[];
  /** How quickly pods come and go. */
  timing?: Partial<KubeletTiming>;
  logger: SandboxLogger;
}

/** A cluster in this process, over HTTP and by function calls. */
export interface KubernetesSandbox {
  api: ClusterApi;
  /** Where the API listens, once started. */
  url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Makes a cluster. Nothing listens or moves before `start`. */
export async function createKubernetesSandbox(
  options: KubernetesSandboxOptions,
): Promise<KubernetesSandbox> {
  const { clock, logger } = options;
  const store = new ObjectStore();
  const kinds = new KindRegistry();
  const resources = new Resources(kinds, store, clock);
  const events = new EventRecorder(store, clock);
  const context = {
    resources,
    store,
    clock,
    record: events.record.bind(events),
  };
  store.subscribe(({ type, kind, object }) => {
    if (kind === 'apiextensions.k8s.io/v1/CustomResourceDefinition') {
      if (type === 'DELETED') {
        kinds.forget(object.metadata.name);
      } else {
        kinds.define(object);
      }
    }
    if (kind === 'v1/Namespace' && type === 'ADDED') {
      furnishNamespace(context, object.metadata.name);
    }
  });
  const loop = new ControllerLoop(
    controllers(context, { ...DEFAULT_TIMING, ...options.timing }),
    store,
    clock,
    (message, error) => logger.error(message, error),
  );
  bootstrap(resources, options.nodes ?? DEFAULT_NODES);

  return {
    api: clusterApi(resources, events),
    url: `http://${options.host ?? '127.0.0.1'}:${options.port}`,
    async start() {
      events.start();
      loop.start();
    },
    async stop() {
      events.stop();
      loop.stop();
    },
  };
}
