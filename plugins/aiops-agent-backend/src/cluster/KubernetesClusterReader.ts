import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type {
  Deployed,
  Environment,
  LogLine,
  LogRequest,
  Measures,
  RuntimeStatus,
} from '@aiops-portal/plugin-aiops-agent-node';
import { backupsIn } from './backups';
import type { CachedObjects } from './CachedObjects';
import { systemClock, type Clock } from './clock';
import { applicationsOf, deliveryOf, isSyncing, syncOf } from './deliveries';
import { diagnosisSource, type DiagnosisSource } from './diagnosisSource';
import { KindWatcher } from './KindWatcher';
import { WATCHED_KINDS } from './kinds';
import { KubeStatusError, type KubeApi } from './KubeApi';
import type { ApplicationObject, PodObject } from './objects';
import { measuresOf } from './measures';
import { readLogs } from './podLogs';
import { PodMetrics } from './PodMetrics';
import { readinessOf } from './readiness';
import { podsOfThing, statusOfEnvironment, statusOfThing } from './status';
import type { ClusterReader, DeliveryStatus, RuntimeReader } from './types';
import { say } from '../words';

/** Many changes at once are told once. */
const TELL_AFTER_MS = 50;

const REFRESH = { 'argocd.argoproj.io/refresh': 'normal' };
/** Lets the generators of Applications look at Git now. */
const REFRESH_SET = { 'argocd.argoproj.io/application-set-refresh': 'true' };

/** {@link ClusterReader} over watches that are held in memory. */
export class KubernetesClusterReader implements ClusterReader, RuntimeReader {
  private readonly watchers: Map<string, KindWatcher>;
  private readonly metrics: PodMetrics;
  private readonly listeners = new Set<() => void>();
  private readonly clock: Clock;
  private telling = false;
  private running?: Promise<unknown>;
  private readonly objects: CachedObjects = {
    get: (kind, namespace, name) =>
      this.watchers.get(kind)?.cache.get(namespace, name),
    list: (kind, namespace) =>
      this.watchers.get(kind)?.cache.list(namespace) ?? [],
    related: (kind, uid) => this.watchers.get(kind)?.cache.related(uid) ?? [],
  };

  constructor(
    private readonly options: {
      api: KubeApi;
      logger: LoggerService;
      /** Namespace of Argo CD's Applications. */
      argocdNamespace: string;
      clock?: Clock;
      random?: () => number;
    },
  ) {
    const {
      api,
      logger,
      clock = systemClock,
      random = Math.random,
    } = this.options;
    this.clock = clock;
    this.metrics = new PodMetrics({ api, clock, logger });
    this.watchers = new Map(
      WATCHED_KINDS.map(kind => [
        kind.kind,
        new KindWatcher(kind, {
          api,
          clock,
          logger,
          random,
          onChange: object => {
            this.tell();
            if (object && kind.kind === 'Pod') {
              this.watchMemory(object as PodObject);
            }
          },
        }),
      ]),
    );
  }

  /** Begins to watch. */
  start(): void {
    this.running = Promise.all([
      ...[...this.watchers.values()].map(watcher => watcher.run()),
      this.metrics.run(),
    ]);
  }

  /** Ends all connections. */
  async stop(): Promise<void> {
    this.watchers.forEach(watcher => watcher.stop());
    this.metrics.stop();
    await this.running;
  }

  ready(): boolean {
    return [...this.watchers.values()].every(watcher => watcher.ready());
  }

  status(thing: Deployed): RuntimeStatus {
    this.mustBeReady();
    return statusOfThing(
      thing,
      this.objects,
      this.applications([thing.path]),
      this.metrics.current(),
    );
  }

  environmentStatus(
    environment: Environment,
    things: Deployed[],
  ): RuntimeStatus {
    this.mustBeReady();
    return statusOfEnvironment(
      environment,
      things.map(thing => this.status(thing)),
      this.objects.get('Namespace', undefined, environment.name) !== undefined,
    );
  }

  deliveries(paths: string[]): DeliveryStatus[] {
    this.mustBeReady();
    return this.applications(paths).map(deliveryOf);
  }

  isReady(object: { kind: string; namespace: string; name: string }) {
    this.mustBeReady();
    return readinessOf(object, this.objects, this.clock.now());
  }

  backups() {
    this.mustBeReady();
    return this.watchers.get('Backup')?.served()
      ? backupsIn(this.objects)
      : undefined;
  }

  async logs(thing: Deployed, request?: LogRequest): Promise<LogLine[]> {
    this.mustBeReady();
    return await readLogs(
      this.options.api,
      podsOfThing(thing, this.objects),
      request,
    );
  }

  measures(thing: Deployed): Measures | undefined {
    this.mustBeReady();
    const at = this.metrics.askedAt();
    return (
      at &&
      measuresOf(podsOfThing(thing, this.objects), this.metrics.current(), at)
    );
  }

  /**
   * What a diagnosis reads.
   * @throws ServiceUnavailableError when the caches are not ready.
   */
  source(): DiagnosisSource {
    this.mustBeReady();
    return diagnosisSource({
      api: this.options.api,
      objects: this.objects,
      usage: this.metrics.current(),
      now: () => this.clock.now(),
      knows: kind => this.watchers.get(kind)?.served() ?? false,
      onTrouble: error =>
        this.options.logger.warn(`A log could not be read: ${error.message}`),
    });
  }

  async requestSync(paths: string[]): Promise<void> {
    const applications = this.applications(paths);
    await Promise.all(
      applications.map(application =>
        this.orLater(application.metadata.name, () =>
          this.annotate(
            'applications',
            application.metadata.namespace ?? this.options.argocdNamespace,
            application.metadata.name,
            REFRESH,
          ),
        ),
      ),
    );
    if (paths.some(path => applicationsOf([path], applications).length === 0)) {
      await this.refreshGenerators();
    }
  }

  async startSync(
    { name, namespace }: Pick<DeliveryStatus, 'name' | 'namespace'>,
    order: { commit: string; request: string },
  ): Promise<void> {
    this.mustBeReady();
    const application = this.objects.get('Application', namespace, name) as
      | ApplicationObject
      | undefined;
    if (!application || isSyncing(application)) {
      return;
    }
    try {
      await this.options.api.patch(
        applicationPath('applications', namespace, name),
        syncOf(application, order),
      );
    } catch (error) {
      if (!(error instanceof KubeStatusError)) {
        throw error;
      }
      if (error.code === 403) {
        throw new ServiceUnavailableError(
          say`Written down. What ${name} deploys goes live when its sync is started in Argo CD, which I am not allowed to do; the platform team can start it, or allow me to.`,
          error,
        );
      }
      // It has changed or gone since we looked; whoever asks looks again.
      this.options.logger.debug(`${name} was not synced: ${error.message}`);
    }
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private applications(paths: string[]): ApplicationObject[] {
    return applicationsOf(
      paths,
      this.objects.list('Application') as ApplicationObject[],
    );
  }

  /** A folder is new: whatever makes Applications of folders looks again. */
  private async refreshGenerators(): Promise<void> {
    const { api, argocdNamespace } = this.options;
    await this.orLater('ApplicationSets', async () => {
      const { items } = await api.list(
        `/apis/argoproj.io/v1alpha1/namespaces/${argocdNamespace}/applicationsets`,
        {},
      );
      await Promise.all(
        items.map(({ metadata }) =>
          this.annotate(
            'applicationsets',
            argocdNamespace,
            metadata.name,
            REFRESH_SET,
          ),
        ),
      );
    });
  }

  /** Argo CD looks by itself too, only later. */
  private async orLater(what: string, ask: () => Promise<void>): Promise<void> {
    try {
      await ask();
    } catch (error) {
      if (!(error instanceof KubeStatusError)) {
        throw error;
      }
      this.options.logger.debug(`${what} could not be asked: ${error.message}`);
    }
  }

  private async annotate(
    resource: 'applications' | 'applicationsets',
    namespace: string,
    name: string,
    annotations: Record<string, string>,
  ): Promise<void> {
    await this.options.api.patch(applicationPath(resource, namespace, name), {
      metadata: { annotations },
    });
  }

  private mustBeReady(): void {
    if (!this.ready()) {
      throw new ServiceUnavailableError(
        say`The cluster is not answering at the moment, so I cannot see how things are. Nothing was changed; try again in a minute.`,
      );
    }
  }

  /** What was ended for its memory says soon after how much it takes. */
  private watchMemory({ metadata, status }: PodObject): void {
    const again = status?.containerStatuses?.some(
      ({ state, lastState }) =>
        state?.running && lastState?.terminated?.reason === 'OOMKilled',
    );
    if (again && metadata.namespace) {
      this.metrics.lookSoon(metadata.namespace, metadata.name);
    }
  }

  private tell(): void {
    if (!this.telling) {
      this.telling = true;
      this.clock.after(TELL_AFTER_MS, () => {
        this.telling = false;
        this.listeners.forEach(listener => listener());
      });
    }
  }
}

function applicationPath(
  resource: 'applications' | 'applicationsets',
  namespace: string | undefined,
  name: string,
): string {
  return `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/${resource}/${name}`;
}
