import { parseQuantity } from '@aiops-portal/plugin-aiops-agent-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock } from './clock';
import { KubeStatusError, type KubeApi } from './KubeApi';
import type { PodUsage } from './status';

/** The metrics API itself is renewed about that often. */
const POLL_MS = 30_000;

interface PodMetricsItem {
  metadata: { namespace?: string; name: string };
  containers?: Array<{ usage?: { cpu?: string; memory?: string } }>;
}

/** What pods use now, asked for slowly; empty without a metrics server. */
export class PodMetrics {
  private usage: PodUsage = new Map();
  private cancel?: () => void;
  private stopped = false;
  private complained = false;

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

  async run(): Promise<void> {
    const { api, clock, logger } = this.options;
    try {
      const { items } = await api.list('/apis/metrics.k8s.io/v1beta1/pods', {});
      this.usage = new Map(
        (items as unknown as PodMetricsItem[]).map(item => [
          `${item.metadata.namespace}/${item.metadata.name}`,
          usageOf(item),
        ]),
      );
      this.complained = false;
    } catch (error) {
      this.usage = new Map();
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
}

function usageOf(item: PodMetricsItem): { cpu: number; memory: number } {
  const total = { cpu: 0, memory: 0 };
  for (const { usage } of item.containers ?? []) {
    total.cpu += parseQuantity(usage?.cpu ?? 0);
    total.memory += parseQuantity(usage?.memory ?? 0);
  }
  return total;
}
