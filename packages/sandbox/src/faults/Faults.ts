import type { PlatformRepository } from '../git';
import type {
  ClusterApi,
  Disturbances,
  Programs,
  SandboxClock,
} from '../kubernetes';
import type { JsonFile } from '../state';
import type { Person } from '../world';
import { CLUSTER_FAULTS, COMMIT_FAULTS } from './catalogue';
import type { ClusterFault, CommitFault, Kept, WorldFault } from './types';

/** A fault, and since when it is on, if it is. */
export interface FaultState extends WorldFault {
  /** ISO 8601 */
  since?: string;
}

/** What faults act through. */
export interface FaultParts {
  cluster: ClusterApi;
  programs: Pick<Programs, 'disturb'>;
  repository: Pick<PlatformRepository, 'head' | 'files' | 'commitFile'>;
  people: Person[];
  clock: SandboxClock;
  kept: JsonFile<Record<string, Kept>>;
}

/** A sentence for the person who asked for it: nothing was changed. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
}

/** The faults of the company, which anybody may switch on and off. */
export class Faults {
  private readonly on: Map<string, Kept>;
  private readonly listeners = new Set<() => void>();
  /** One change after the other: two commits at once would be in each other's way. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: FaultParts) {
    this.on = new Map(Object.entries(parts.kept.read() ?? {}));
    this.disturb();
  }

  /** Whether a fault of the cluster is on. */
  isOn(name: string): boolean {
    return this.on.has(name);
  }

  /** Calls back after each change. */
  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** All faults; one in Git is off once somebody has mended it there. */
  async list(): Promise<FaultState[]> {
    const states = [...CLUSTER_FAULTS, ...COMMIT_FAULTS].map(
      async ({ name, title, about }) => {
        const commit = COMMIT_FAULTS.find(one => one.name === name);
        const kept = this.on.get(name);
        const holds =
          kept && (!commit || (await this.read(commit)).value === commit.bad);
        return { name, title, about, since: holds ? kept.since : undefined };
      },
    );
    return Promise.all(states);
  }

  /** Switches one on or off; to what it is already is no change. @throws FaultError */
  switch(name: string, on: boolean): Promise<void> {
    return this.inTurn(async () => {
      const cluster = CLUSTER_FAULTS.find(one => one.name === name);
      const commit = COMMIT_FAULTS.find(one => one.name === name);
      if (cluster) {
        this.switchCluster(cluster, on);
      } else if (commit) {
        await (on ? this.breakIt(commit) : this.mend(commit));
      } else {
        throw new FaultError(
          `There is no fault ${name}, so nothing was changed. There are: ${[
            ...CLUSTER_FAULTS,
            ...COMMIT_FAULTS,
          ]
            .map(one => one.name)
            .join(', ')}.`,
        );
      }
      this.parts.kept.write(Object.fromEntries(this.on));
      this.listeners.forEach(listener => listener());
    });
  }

  /** Switches all of them off. @throws FaultError */
  async mendEverything(): Promise<void> {
    for (const name of [...this.on.keys()]) {
      await this.switch(name, false);
    }
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(act);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private switchCluster(fault: ClusterFault, on: boolean): void {
    if (!on) {
      this.on.delete(fault.name);
    } else if (!this.on.has(fault.name)) {
      this.on.set(fault.name, {
        since: this.parts.clock.now().toISOString(),
        disturbances: this.disturbancesOf(fault),
      });
    }
    this.disturb();
  }

  private disturbancesOf(fault: ClusterFault): Disturbances {
    try {
      return fault.disturbances(this.parts.cluster);
    } catch (error) {
      throw new FaultError((error as Error).message, { cause: error });
    }
  }

  private disturb(): void {
    const all: Disturbances = {};
    for (const { disturbances = {} } of this.on.values()) {
      Object.assign((all.visitors ??= {}), disturbances.visitors);
      Object.assign((all.memory ??= {}), disturbances.memory);
      Object.assign((all.written ??= {}), disturbances.written);
      (all.registries ??= []).push(...(disturbances.registries ?? []));
      (all.nodes ??= []).push(...(disturbances.nodes ?? []));
    }
    this.parts.programs.disturb(all);
  }

  private async breakIt(fault: CommitFault): Promise<void> {
    const { text, value } = await this.read(fault);
    if (text === undefined || value === undefined) {
      throw new FaultError(
        `There is nothing to break: ${fault.path} isn't in Git as it was. Nothing was changed.`,
      );
    }
    if (value === fault.bad) {
      return;
    }
    const sha = await this.commit(
      fault,
      text.replace(fault.place, `$1${fault.bad}`),
      fault.message,
    );
    this.on.set(fault.name, {
      since: this.parts.clock.now().toISOString(),
      commit: { sha, before: value },
    });
  }

  private async mend(fault: CommitFault): Promise<void> {
    const { sha, before } = this.on.get(fault.name)?.commit ?? {};
    const { text, value } = await this.read(fault);
    // Somebody may have mended it, or taken it away, by Git.
    if (sha && before && text !== undefined && value === fault.bad) {
      await this.commit(
        fault,
        text.replace(fault.place, `$1${before}`),
        `Revert "${fault.message}"\n\nThis reverts commit ${sha}.`,
      );
    }
    this.on.delete(fault.name);
  }

  private async read({
    path,
    place,
  }: CommitFault): Promise<{ text?: string; value?: string }> {
    const { repository } = this.parts;
    const files = await repository.files(await repository.head(), [path]);
    const text = files.get(path);
    return { text, value: text && place.exec(text)?.[2] };
  }

  /** Commits and syncs as the person does who breaks it. */
  private async commit(
    { path, person, application }: CommitFault,
    content: string,
    message: string,
  ): Promise<string> {
    const { repository, people, clock, cluster } = this.parts;
    const { displayName, email } = people.find(({ name }) => name === person)!;
    const sha = await repository.commitFile({
      path,
      content,
      message,
      author: { name: displayName, email },
      at: clock.now(),
    });
    const ref = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      namespace: 'argocd',
      name: application,
    };
    const live = cluster.get(ref);
    if (live && !live.spec?.syncPolicy?.automated) {
      cluster.patch(ref, {
        operation: {
          sync: { revision: sha },
          initiatedBy: { username: person },
          retry: live.spec?.syncPolicy?.retry,
        },
      });
    }
    return sha;
  }
}
