import { ServiceAccountTokens } from './access';
import { bootstrap, DEFAULT_NODES, type SandboxNode } from './bootstrap';
import { clusterApi } from './clusterApi';
import { ControllerLoop, controllers, furnishNamespace } from './controllers';
import { KindRegistry } from './kinds/KindRegistry';
import {
  DEFAULT_TIMING,
  followReachability,
  type KubeletTiming,
} from './kubelet';
import { Programs, type ProgramTables } from './programs';
import { EventRecorder } from './resources/EventRecorder';
import { Resources } from './resources/Resources';
import { ObjectStore } from './store/ObjectStore';
import type { ClusterApi, SandboxClock } from './types';
import { listen, type RunningServer } from '../http';
import type { SandboxLogger } from '../logger';
import { apiServer } from './http/server';
import { StateFile } from './store/StateFile';
import type { SandboxUser } from './users';

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
  /** How the programs that run in it behave; those that aren't named are well. */
  programs?: ProgramTables;
  logger: SandboxLogger;
}

/** A cluster in this process, over HTTP and by function calls. */
export interface KubernetesSandbox {
  api: ClusterApi;
  /** What runs in it, to be disturbed. */
  programs: Programs;
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
  const programs = new Programs(store, clock, options.programs);
  const resources = new Resources(kinds, store, clock, programs);
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
        for (const gone of kinds.forget(object.metadata.name)) {
          store.removeAll(gone.storage);
        }
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
  const report = (error: Error) =>
    logger.error("The sandbox's Kubernetes API failed", error);
  const file =
    options.stateFile === undefined
      ? undefined
      : new StateFile(options.stateFile, store, report);
  await file?.load();
  store
    .list('apiextensions.k8s.io/v1/CustomResourceDefinition')
    .forEach(definition => kinds.define(definition));
  bootstrap(resources, options.nodes ?? DEFAULT_NODES);

  const identities = {
    users: options.users,
    serviceAccounts: new ServiceAccountTokens(store, clock),
  };
  const host = options.host ?? '127.0.0.1';
  let server: RunningServer | undefined;
  let unfollow: (() => void) | undefined;
  return {
    api: clusterApi(resources, events),
    programs,
    get url() {
      return server?.url ?? `http://${host}:${options.port}`;
    },
    async start() {
      store.forgetChanges();
      server = await listen(apiServer(resources, identities, report), {
        name: 'Kubernetes API',
        host,
        port: options.port,
        onError: report,
      });
      file?.start();
      events.start();
      loop.start();
      unfollow = followReachability(context);
    },
    async stop() {
      unfollow?.();
      events.stop();
      loop.stop();
      await server?.close();
      await file?.stop();
    },
  };
}
