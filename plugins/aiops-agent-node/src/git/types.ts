import type { GuardedRoot } from './paths';

/** A file after a change; no content means that it is deleted. */
export interface FileEdit {
  /** From the repository's root, with `/`: `k8s-manifests/apps/…`. */
  path: string;
  content?: string;
}

/** One commit to be made. */
export interface CommitRequest {
  subject: string;
  /** Free text; newlines are folded so that it cannot reach the trailers. */
  body?: string;
  /** `Request-Id`, `Plan-Hash`, `Requested-by`, `Approved-by`, `Cost-Delta`. */
  trailers: Array<[key: string, value: string]>;
  edits: FileEdit[];
}

/** A commit that exists. */
export interface CommitInfo {
  sha: string;
  parent?: string;
  subject: string;
  author: string;
  committerEmail: string;
  /** ISO 8601 */
  at: string;
  trailers: Record<string, string>;
  /** Paths that it touches. */
  paths: string[];
}

/** What a commit may do beyond writing below `k8s-manifests/`. */
export interface CommitOptions {
  /** Folders that steer the platform; only for changes that are about them. */
  guarded?: GuardedRoot[];
}

/** The remote took someone else's push first: fetch, plan and try again. */
export const PUSH_REJECTED = 'PushRejectedError';

/**
 * The one mirror of the GitOps repository in this process. Reading is from
 * the mirror; writing commits on its head and pushes.
 */
export interface GitRepositoryService {
  readonly branch: string;
  /** E-mail of our own committer; commits of others prove nothing. */
  readonly committerEmail: string;
  /** The newest head that is known; fetches the first time. */
  head(): Promise<string>;
  /** Fetches now and returns the head. @throws ServiceUnavailableError */
  refresh(): Promise<string>;
  /** Every text file at a commit by path, cached by commit. */
  files(sha: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Makes the commits in order upon `base` and pushes them together, or not
   * at all. Returns their hashes in order.
   *
   * @throws an error named {@link PUSH_REJECTED} when the remote has moved.
   * @throws an error named `PushRefusedError` when it takes none of ours.
   * @throws ServiceUnavailableError when the remote does not answer.
   * @throws InputError when a path may not be written.
   */
  commit(
    base: string,
    commits: CommitRequest[],
    options?: CommitOptions,
  ): Promise<string[]>;
  /**
   * Whether one commit is the other or in its history; false for what the
   * remote doesn't have.
   *
   * @throws ServiceUnavailableError when it can't be asked for one that is new.
   */
  isAncestor(ancestor: string, descendant: string): Promise<boolean>;
  /** Commits on the branch that carry this trailer, newest first. */
  findByTrailer(key: string, value: string): Promise<CommitInfo[]>;
  /** Newest first; only those that touch `path` where it is given. */
  log(options: { path?: string; limit: number }): Promise<CommitInfo[]>;
  /** Where a commit can be looked at, when the remote has a web page. */
  commitUrl(sha: string): string | undefined;
  /** Where a file or folder can be looked at, when there is such a page. */
  fileUrl?(path: string): string | undefined;
  /** Called with the new head after each change; returns how to stop. */
  onHeadChange(listener: (head: string) => void): () => void;
}
