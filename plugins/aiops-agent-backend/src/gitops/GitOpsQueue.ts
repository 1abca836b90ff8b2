import { ServiceUnavailableError } from '@backstage/errors';
import {
  PUSH_REJECTED,
  type CommitRequest,
  type GitRepositoryService,
} from '@aiops-portal/plugin-aiops-agent-node';

/** What a change wants to write upon one head. */
export interface PreparedCommit {
  /** The head that it was planned upon. */
  base: string;
  commit: CommitRequest;
  /**
   * What it lays a hand on: `path:…`, `host:…`. Two changes
   * that share a claim never go out in one push, because the second would have
   * been planned without the first.
   */
  claims: string[];
}

/** A change that waits to be written. */
export interface QueuedChange {
  /** Who asked first is written first, of those that wait together. */
  number: number;
  /**
   * Changes of one group (a team, whose quota and budget they share) go out
   * one after the other, each planned upon the one before it.
   */
  group: string;
  /**
   * Called with each head that is tried: plans and decides again.
   * Undefined: it is not to be written after all.
   */
  prepare(head: string): Promise<PreparedCommit | undefined>;
  /** Called right before the push; false when it has been taken back. */
  seal(prepared: PreparedCommit): Promise<boolean>;
}

interface Waiting {
  change: QueuedChange;
  resolve(sha: string | undefined): void;
  reject(error: unknown): void;
}

const ATTEMPTS = 5;

/**
 * The one queue of the repository. Changes that wait at the same time go out
 * together: each its own commit, all in one push. When somebody else's push
 * was first, everything is fetched, planned and decided again.
 */
export class GitOpsQueue {
  private readonly waiting: Waiting[] = [];
  private draining = false;

  constructor(private readonly options: { repository: GitRepositoryService }) {}

  /**
   * Writes the change when its turn comes. Answers with its commit, or
   * undefined when it was not to be written after all.
   *
   * @throws ServiceUnavailableError when Git does not answer or the remote
   * stays busy; whether the push arrived is then known by the history alone.
   */
  submit(change: QueuedChange): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ change, resolve, reject });
      if (!this.draining) {
        this.draining = true;
        this.drain();
      }
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0);
      try {
        this.waiting.unshift(...(await this.push(batch)));
      } catch (error) {
        batch.forEach(({ reject }) => reject(error));
      }
    }
    this.draining = false;
  }

  /** Answers with those that have to wait for the next push. */
  private async push(batch: Waiting[]): Promise<Waiting[]> {
    const { repository } = this.options;
    let open = batch;
    const later: Waiting[] = [];
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const head = await repository.refresh();
      // Whatever came in meanwhile goes out, too.
      batch.push(...this.waiting);
      open = [...open, ...this.waiting.splice(0)].sort(
        (a, b) => a.change.number - b.change.number,
      );
      const going: Array<{ item: Waiting; prepared: PreparedCommit }> = [];
      const claimed = new Set<string>();
      let moved = false;
      const groups = new Set<string>();
      for (const item of open) {
        if (groups.has(item.change.group)) {
          later.push(item);
          continue;
        }
        const prepared = await this.prepare(item, head);
        if (!prepared) {
          continue;
        }
        moved ||= prepared.base !== head;
        if (prepared.claims.some(claim => claimed.has(claim))) {
          later.push(item);
          continue;
        }
        groups.add(item.change.group);
        prepared.claims.forEach(claim => claimed.add(claim));
        going.push({ item, prepared });
      }
      open = going.map(({ item }) => item);
      if (moved) {
        continue;
      }
      const sealed = await this.seal(going);
      open = sealed.map(({ item }) => item);
      if (sealed.length === 0) {
        return later;
      }
      try {
        const shas = await repository.commit(
          head,
          sealed.map(({ prepared }) => prepared.commit),
        );
        sealed.forEach(({ item }, index) => item.resolve(shas[index]));
        return later;
      } catch (error) {
        if (isNamed(error, 'InputError') && open.length > 1) {
          // One of them can't be written; alone, each shows whether it is it.
          later.push(...open.splice(1));
        } else if (!isNamed(error, PUSH_REJECTED)) {
          open.forEach(({ reject }) => reject(error));
          return later;
        }
      }
    }
    const busy = new ServiceUnavailableError(
      'The Git repository is changing so often that nothing could be written yet. Nothing is lost; it is tried again.',
    );
    open.forEach(({ reject }) => reject(busy));
    return later;
  }

  private async prepare(
    item: Waiting,
    head: string,
  ): Promise<PreparedCommit | undefined> {
    try {
      const prepared = await item.change.prepare(head);
      if (!prepared) {
        item.resolve(undefined);
      }
      return prepared;
    } catch (error) {
      item.reject(error);
      return undefined;
    }
  }

  private async seal<T extends { item: Waiting; prepared: PreparedCommit }>(
    going: T[],
  ): Promise<T[]> {
    const sealed: T[] = [];
    for (const each of going) {
      try {
        if (await each.item.change.seal(each.prepared)) {
          sealed.push(each);
        } else {
          each.item.resolve(undefined);
        }
      } catch (error) {
        each.item.reject(error);
      }
    }
    return sealed;
  }
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
