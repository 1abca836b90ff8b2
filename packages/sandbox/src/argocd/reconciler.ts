import type { PlatformRepository } from '../git';
import type { ClusterApi, SandboxClock, StoreEvent } from '../kubernetes/types';
import type { SandboxLogger } from '../logger';
import { ApplicationController, type Checkout } from './applicationController';
import { ApplicationSetController } from './applicationSetController';
import { Commits } from './commits';
import { bootstrap, platformRepositories } from './bootstrap';
import { ARGOCD_API, ARGOCD_NAMESPACE, REFRESH } from './names';
import { Tracker } from './tracker';

/** What the reconciler brings together. */
export interface ReconcilerOptions {
  cluster: ClusterApi;
  clock: SandboxClock;
  repository: Pick<
    PlatformRepository,
    'branch' | 'head' | 'files' | 'onHeadChange' | 'announce'
  >;
  logger: SandboxLogger;
}

/** Argo CD, as far as its API objects go: what is in Git comes into the cluster, and `Application`s say how it stands. */
export class Reconciler {
  readonly #options: ReconcilerOptions;
  readonly #tracker: Tracker;
  readonly #commits: Commits;
  readonly #applications: ApplicationController;
  readonly #sets: ApplicationSetController;
  readonly #due = new Set<string>();
  readonly #stops: Array<() => void> = [];
  #setsDue = false;
  #checkout?: Checkout;
  #repositories = new Set<string>();
  #wanted = '';
  #scheduled?: NodeJS.Immediate;

  private constructor(options: ReconcilerOptions) {
    const { cluster, clock } = options;
    this.#options = options;
    this.#tracker = new Tracker(cluster);
    this.#commits = new Commits(options.repository);
    this.#sets = new ApplicationSetController(cluster, () => clock.now());
    this.#applications = new ApplicationController({
      cluster,
      clock,
      tracker: this.#tracker,
      isPlatformRepository: url => this.#repositories.has(url),
      commitAt: (revision, name) =>
        this.#commits.at(revision, () => this.#enqueue(name)),
      enqueue: name => this.#enqueue(name),
    });
  }

  /** Reads Git, sets up the root Application and begins. */
  static async start(options: ReconcilerOptions): Promise<Reconciler> {
    const { cluster, repository } = options;
    const reconciler = new Reconciler(options);
    await reconciler.#load(await repository.head());
    bootstrap(cluster, reconciler.#checkout!.tree);
    for (const application of reconciler.#allApplications()) {
      reconciler.#tracker.restore(application);
    }
    reconciler.#stops.push(
      cluster.onEvent(event => reconciler.#observe(event)),
      repository.onHeadChange(head => reconciler.#follow(head)),
    );
    reconciler.#enqueueAll();
    return reconciler;
  }

  stop(): void {
    this.#stops.forEach(stop => stop());
    this.#applications.stop();
    if (this.#scheduled) {
      clearImmediate(this.#scheduled);
    }
  }

  #observe(event: StoreEvent): void {
    const { object, type } = event;
    const owner = this.#tracker.observe(event);
    if (owner) {
      this.#enqueue(owner);
    }
    if (object.kind === 'Namespace' && type === 'ADDED') {
      this.#applications.retryNow();
    }
    if (
      object.apiVersion !== ARGOCD_API ||
      object.metadata.namespace !== ARGOCD_NAMESPACE
    ) {
      return;
    }
    switch (object.kind) {
      case 'Application':
        if (
          type === 'MODIFIED' &&
          object.metadata.annotations?.[REFRESH] !== undefined
        ) {
          this.#refresh();
        }
        this.#setsDue ||= Boolean(object.metadata.ownerReferences?.length);
        this.#enqueue(object.metadata.name);
        break;
      case 'ApplicationSet':
        this.#setsDue = true;
        this.#schedule();
        break;
      case 'AppProject':
        this.#enqueueAll();
        break;
      default:
    }
  }

  /** Commits that came by another way than a push are noticed now. */
  #refresh(): void {
    this.#options.repository
      .announce()
      .catch(error => this.#options.logger.error('Git cannot be read', error));
  }

  #follow(head: string): void {
    this.#load(head)
      .then(() => this.#enqueueAll())
      .catch(error =>
        this.#options.logger.error(`Commit ${head} cannot be read`, error),
      );
  }

  async #load(head: string): Promise<void> {
    this.#wanted = head;
    const { repository } = this.#options;
    const tree = await repository.files(head, []);
    if (this.#wanted === head) {
      this.#checkout = { revision: head, tree, branch: repository.branch };
      const named = platformRepositories(tree);
      // A root that can't be read for the moment takes nothing away.
      this.#repositories = named.size ? named : this.#repositories;
    }
  }

  #allApplications() {
    return this.#options.cluster.list(ARGOCD_API, 'Application', {
      namespace: ARGOCD_NAMESPACE,
    });
  }

  #enqueueAll(): void {
    this.#setsDue = true;
    for (const { metadata } of this.#allApplications()) {
      this.#due.add(metadata.name);
    }
    this.#schedule();
  }

  #enqueue(name: string): void {
    this.#due.add(name);
    this.#schedule();
  }

  #schedule(): void {
    this.#scheduled ??= setImmediate(() => {
      this.#scheduled = undefined;
      this.#work();
    });
  }

  #work(): void {
    const checkout = this.#checkout!;
    const names = [...this.#due];
    this.#due.clear();
    if (this.#setsDue) {
      this.#setsDue = false;
      this.#guard('ApplicationSets', () =>
        this.#sets.reconcileAll(checkout.tree),
      );
    }
    for (const name of names) {
      this.#guard(`Application ${name}`, () =>
        this.#applications.reconcile(name, checkout),
      );
    }
  }

  // One that can't be reconciled doesn't keep the others from it.
  #guard(what: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#options.logger.error(
        `${what} could not be reconciled`,
        error as Error,
      );
    }
  }
}
