import type { GitFailure, GitProcess } from './GitProcess';
import { PushRefusedError, PushRejectedError } from './errors';
import type { GitRemote } from './remote';

/** Reasons that mean: somebody else was first. Git's and its servers' words. */
const MOVED =
  /stale info|non-fast-forward|fetch first|cannot lock ref|failed to update ref|incorrect old value|reference already exists/i;

/**
 * Pushes a commit, all or nothing, onto a branch whose remote head is still
 * `base`.
 *
 * @throws GitFailure when it can't be known whether the remote took it.
 */
export async function push(
  git: GitProcess,
  remote: GitRemote,
  target: { branch: string; base: string; sha: string },
): Promise<void> {
  const ref = `refs/heads/${target.branch}`;
  await git.run(
    [
      'push',
      '--atomic',
      '--porcelain',
      '--progress',
      '--no-verify',
      // A comparison, not force: also a branch that was set back is "moved".
      `--force-with-lease=${ref}:${target.base}`,
      remote.url,
      `${target.sha}:${ref}`,
    ],
    { remote },
  );
}

/**
 * What a failed push means when the remote gave an answer; nothing when it
 * gave none.
 */
export function pushVerdict(
  failure: GitFailure,
): PushRejectedError | PushRefusedError | undefined {
  const reason = /^!\t[^\t]*\t\[(?:remote )?rejected\] \((.*)\)$/m.exec(
    failure.stdout,
  )?.[1];
  if (reason === undefined) {
    return undefined;
  }
  return MOVED.test(reason)
    ? new PushRejectedError(
        'Someone else changed the GitOps repository at the same moment. Nothing of this change was written.',
        failure,
      )
    : new PushRefusedError(
        `The GitOps repository does not accept changes from the portal (${reason}). Nothing was changed; the portal's account must be allowed to push to the branch.`,
        failure,
      );
}
