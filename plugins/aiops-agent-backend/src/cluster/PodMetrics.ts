import { parseQuantity } from '@aiops-portal/plugin-aiops-agent-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ContainerUsage } from '../diagnosis/types';
import type { Clock } from './clock';
import { KubeStatusError, type KubeApi } from './KubeApi';

/** The metrics server itself looks about that often. */
const POLL_MS = 15_000;
/** Samples that cpu is averaged over: one minute, so that a blink is none. */
const SAMPLES = 4;
/** How long the most memory that was seen is remembered. */
const PEAK_MS = 30 * 60_000;

interface PodMetricsItem {
  metadata: { namespace?: string; name: string };
  containers?: Array<{
    name?: string;
    usage?: { cpu?: string; memory?: string };
  }>;
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
      const { items } = await api.list('/apis/metrics.k8s.io/v1beta1/pods', {});
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

  stop(): void {
    this.stopped = true;
    this.cancel?.();
  }

  private take(items: PodMetricsItem[]): void {
    this.at = this.options.clock.now();
    const now = this.at.getTime();
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
    for (const [key, { cpu, memory, peaks, seen }] of this.samples) {
      if (seen < now - PEAK_MS) {
        this.samples.delete(key);
        continue;
      }
      const end = key.lastIndexOf('/');
      const pod = key.slice(0, end);
      const running = seen === now;
      const entry: ContainerUsage = {
        container: key.slice(end + 1),
        cpu: running ? cpu.reduce((sum, one) => sum + one, 0) / cpu.length : 0,
        memory: running ? memory : 0,
        peakMemory: Math.max(...peaks.map(peak => peak.memory)),
      };
      usage.set(pod, [...(usage.get(pod) ?? []), entry]);
    }
    this.usage = usage;
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
