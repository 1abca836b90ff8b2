import { InputError } from '@backstage/errors';

/** Where commits may write without being told otherwise. */
const OPEN_ROOTS = ['k8s-manifests'];

/** Folders that steer the platform itself; a commit must ask for them. */
export type GuardedRoot =
  | 'argo-apps'
  | 'policies'
  | 'blueprints'
  | 'infrastructure'
  | 'ansible';

const LONGEST = 1024;

/**
 * Checks that a commit may write to a path.
 *
 * @throws InputError when it leaves the repository, reaches into git's own
 * files, or lies outside the folders that this commit may touch.
 */
export function checkPath(path: string, guarded: GuardedRoot[] = []): void {
  const segments = path.split('/');
  const [root] = segments;
  if (
    path.length > LONGEST ||
    segments.length < 2 ||
    segments.some(isUnsafeSegment)
  ) {
    throw new InputError(
      `${JSON.stringify(
        path,
      )} is not a path that can be written. Nothing was changed.`,
    );
  }
  if (![...OPEN_ROOTS, ...guarded].includes(root)) {
    throw new InputError(
      `${JSON.stringify(
        path,
      )} lies outside the folders that this change may write to. Nothing was changed.`,
    );
  }
}

/** Also what other file systems would read as `..` or `.git`. */
function isUnsafeSegment(segment: string): boolean {
  const plain = segment
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[. ]+$/, '')
    .toLowerCase();
  return (
    plain === '' ||
    plain === '.git' ||
    /^git~\d/.test(plain) ||
    /[\p{Cc}\p{Cs}\\:]/u.test(segment)
  );
}
