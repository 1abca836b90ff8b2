import type { PlatformRepository } from '../git';
import type { Tree } from './manifests';

/** What is known of a commit that a sync names. */
export type Commit =
  | { revision: string; tree: Tree }
  | { revision: string; problem: string }
  /** It is being read. */
  | 'reading';

/** Trees are large, and few syncs run at once. */
const KEPT = 4;

/** Reads commits other than the head, for syncs that name one. */
export class Commits {
  readonly #repository: Pick<PlatformRepository, 'files'>;
  readonly #known = new Map<string, Commit>();

  constructor(repository: Pick<PlatformRepository, 'files'>) {
    this.#repository = repository;
  }

  /** The commit as far as it is read; `onRead` is called once it has been. */
  at(revision: string, onRead: () => void): Commit {
    const known = this.#known.get(revision);
    if (known) {
      return known;
    }
    const [oldest] = this.#known.keys();
    if (this.#known.size >= KEPT) {
      this.#known.delete(oldest);
    }
    this.#known.set(revision, 'reading');
    this.#repository
      .files(revision, [])
      .then(
        (tree): Commit => ({ revision, tree }),
        (): Commit => ({
          revision,
          problem: `ComparisonError: failed to resolve revision ${revision}: unknown revision`,
        }),
      )
      .then(commit => {
        this.#known.set(revision, commit);
        onRead();
      });
    return 'reading';
  }
}
