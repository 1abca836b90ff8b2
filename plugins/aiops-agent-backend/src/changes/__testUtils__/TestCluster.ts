import { ServiceUnavailableError } from '@backstage/errors';
import type {
  Deployed,
  Measures,
  RuntimeStatus,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Readiness } from '../../cluster/readiness';
import type { ClusterReader, DeliveryStatus } from '../../cluster/types';

const WELL: RuntimeStatus = {
  health: 'healthy',
  sentence: 'It is running: 1 of 1 copy answers.',
  ready: 1,
  desired: 1,
  restarts: 0,
  problems: [],
};

/** A cluster whose state a test sets. */
export class TestCluster implements ClusterReader {
  up = true;
  delivery: Partial<DeliveryStatus> = {};
  /** `Deployment/blog`: what is missing. */
  readonly unready = new Map<string, string>();
  /** What else is said of an object: that it works, or has failed. */
  readonly judged = new Map<string, Partial<Readiness>>();
  health: Partial<RuntimeStatus> = {};
  /** What things use of what they may, by name. */
  readonly used = new Map<string, Measures>();
  readonly asked: string[][] = [];
  readonly started: Array<{ name: string; commit: string; request: string }> =
    [];
  private readonly listeners = new Set<() => void>();

  changed(): void {
    this.listeners.forEach(listener => listener());
  }

  ready(): boolean {
    return this.up;
  }

  status(): RuntimeStatus {
    return { ...WELL, ...this.health };
  }

  environmentStatus(): RuntimeStatus {
    return this.status();
  }

  deliveries(): DeliveryStatus[] {
    if (!this.up) {
      throw new ServiceUnavailableError('The cluster is not answering.');
    }
    return this.delivery.revisions
      ? [
          {
            name: 'marketing-dev',
            sync: 'Synced',
            health: 'Healthy',
            operation: 'Succeeded',
            errors: [],
            revisions: [],
            ...this.delivery,
          },
        ]
      : [];
  }

  isReady({ kind, name }: { kind: string; name: string }): Readiness {
    const detail = this.unready.get(`${kind}/${name}`);
    return {
      ready: detail === undefined,
      exists: true,
      detail,
      ...this.judged.get(`${kind}/${name}`),
    };
  }

  measures(thing: Deployed) {
    return this.used.get(thing.name);
  }

  backups() {
    return undefined;
  }

  async requestSync(paths: string[]): Promise<void> {
    this.asked.push(paths);
  }

  async startSync(
    { name }: { name: string },
    order: { commit: string; request: string },
  ): Promise<void> {
    this.started.push({ name, ...order });
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
