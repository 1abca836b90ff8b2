import { parseQuantity } from '@aiops-portal/plugin-aiops-agent-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock } from './clock';
import { KubeStatusError, type KubeApi } from './KubeApi';

const PATH = '/apis/metrics.k8s.io/v1beta1/pods';
/** The metrics server itself looks about that often. */
const POLL_MS = 15_000;
/** Samples that cpu is averaged over: one minute, so that a blink is none. */
const SAMPLES = 4;
/** A program has taken its memory by then, if it takes it at once. */
const SOON_MS = 1_000;
const LOOK_TIMEOUT_MS = 5_000;
/** How long the most memory that was seen is remembered. */
const PEAK_MS = 30 * 60_000;

interface PodMetricsItem {
  metadata: { namespace?: string; name: string };
  containers?: Array<{
    name?: string;
    usage?: { cpu?: string; memory?: string };
  }>;
}

/** What a container uses: cpu in cores, memory in bytes. */
export interface ContainerUsage {
  container: string;
  /** Averaged over the newest samples. */
  cpu: number;
  memory: number;
  /** The most memory that was seen of late, also before a restart. */
  peakMemory: number;
}

/** What pods use, by `namespace/pod`. */
export type PodUsage = ReadonlyMap<string, ContainerUsage[]>;

interface Samples {
  cpu: number[];
  memory: number;
  peaks: Array<{ at: number; memory: number }>;
  /** Milliseconds since the epoch. */
  seen: number;
}

/** What pods use now, asked for slowly; empty without a metrics server. */
export class PodMetrics {
  private usage: PodUsage = new Map();
  private readonly samples = new Map<string, Samples>();
  private readonly looking = new Set<string>();
  private cancel?: () => void;
  private stopped = false;
  private complained = false;
  private at?: Date;

  constructor(
    private readonly options: {
      api: KubeApi;
      clock: Clock;
      logger: LoggerService;
    },
  ) {}

  current(): PodUsage {
    return this.usage;
  }

  /** When it was last asked and answered. */
  askedAt(): Date | undefined {
    return this.at;
  }

  async run(): Promise<void> {
    const { api, clock, logger } = this.options;
    try {
      const { items } = await api.list(PATH, {});
      this.at = clock.now();
      this.take(items as unknown as PodMetricsItem[]);
      this.complained = false;
    } catch (error) {
      this.usage = new Map();
      this.at = undefined;
      const absent = error instanceof KubeStatusError && error.code === 404;
      if (!this.complained && !absent) {
        logger.warn(`Usage of pods is not known: ${error}`);
      }
      this.complained = true;
    }
    if (!this.stopped) {
      this.cancel = clock.after(POLL_MS, () => {
        this.run();
      });
    }
  }

  /**
   * Looks at one pod soon, since it may not run for long: one that was ended
   * for its memory and runs again.
   */
  lookSoon(namespace: string, pod: string): void {
    const key = `${namespace}/${pod}`;
    if (this.looking.has(key) || this.stopped || !this.at) {
      return;
    }
    this.looking.add(key);
    this.options.clock.after(SOON_MS, () => {
      this.look(namespace, pod).finally(() => this.looking.delete(key));
    });
  }

  stop(): void {
    this.stopped = true;
    this.cancel?.();
  }

  private async look(namespace: string, pod: string): Promise<void> {
    const { api, logger } = this.options;
    try {
      const text = await api.text(
        `${PATH.replace('/pods', '')}/namespaces/${namespace}/pods/${pod}`,
        {},
        LOOK_TIMEOUT_MS,
      );
      this.take([JSON.parse(text)]);
    } catch (error) {
      // It has ended again, or the next round sees it.
      logger.debug(`Usage of ${pod} is not known: ${error}`);
    }
  }

  private take(items: PodMetricsItem[]): void {
    const now = this.options.clock.now().getTime();
    for (const { metadata, containers = [] } of items) {
      for (const { name = '', usage } of containers) {
        const key = `${metadata.namespace}/${metadata.name}/${name}`;
        this.samples.set(
          key,
          next(this.samples.get(key), now, {
            cpu: parseQuantity(usage?.cpu ?? 0),
            memory: parseQuantity(usage?.memory ?? 0),
          }),
        );
      }
    }
    const usage = new Map<string, ContainerUsage[]>();
    for (const [key, samples] of this.samples) {
      if (samples.seen < now - PEAK_MS) {
        this.samples.delete(key);
        continue;
      }
      const end = key.lastIndexOf('/');
      const pod = key.slice(0, end);
      const known = usage.get(pod) ?? [];
      known.push(this.usageOf(key.slice(end + 1), samples));
      usage.set(pod, known);
    }
    this.usage = usage;
  }

  /** Nothing where it was not in the newest round, but what it once used. */
  private usageOf(
    container: string,
    { cpu, memory, peaks, seen }: Samples,
  ): ContainerUsage {
    const runs = seen >= (this.at?.getTime() ?? 0);
    return {
      container,
      cpu: runs ? cpu.reduce((sum, one) => sum + one, 0) / cpu.length : 0,
      memory: runs ? memory : 0,
      peakMemory: Math.max(...peaks.map(peak => peak.memory)),
    };
  }
}

function next(
  known: Samples | undefined,
  now: number,
  { cpu, memory }: { cpu: number; memory: number },
): Samples {
  // Only what could still be the most within the time is remembered.
  const peaks = (known?.peaks ?? []).filter(
    peak => peak.at >= now - PEAK_MS && peak.memory > memory,
  );
  return {
    cpu: [...(known?.cpu ?? []), cpu].slice(-SAMPLES),
    memory,
    peaks: [...peaks, { at: now, memory }],
    seen: now,
  };
}
