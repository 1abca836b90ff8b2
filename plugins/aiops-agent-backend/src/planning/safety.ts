import {
  BACKUPS_FOLDER,
  type FileEdit,
  type PlatformSnapshot,
  type SecretRequest,
} from '@aiops-portal/plugin-aiops-agent-node';
import { ConflictError } from '@backstage/errors';
import { say } from '../words';
import { parseYaml } from './documents';

/** Where the portal writes: what Argo CD applies without administrators' rights. */
export const WRITABLE_FOLDERS = [
  'k8s-manifests/apps/',
  'k8s-manifests/platform/environments/',
  `${BACKUPS_FOLDER}/`,
];

/** Keys of a secret whose values are secret; a user name or a port isn't. */
const SECRET_KEY = /pass|secret|token|private|credential|api-?key/i;

/** What credentials look like, whoever wrote them. */
const CREDENTIAL =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bxox[abpr]-[A-Za-z0-9-]{10}|\bhvs\.[A-Za-z0-9_-]{20}/;

/**
 * Keeps secrets out of Git.
 *
 * @throws ConflictError that names the file, never the value: a blueprint or an
 * intent is wrong, or somebody has written one into the manifest by hand.
 */
export function checkNoSecrets(edits: FileEdit[], secrets: SecretRequest[]) {
  const values = secrets
    .flatMap(secret => Object.entries(secret.values))
    .flatMap(([key, secret]) =>
      'value' in secret && SECRET_KEY.test(key) && secret.value.length > 3
        ? [secret.value]
        : [],
    );
  for (const { path, content } of edits) {
    if (content === undefined) {
      continue;
    }
    const leaks =
      CREDENTIAL.test(content) || values.some(value => content.includes(value));
    const holdsSecret =
      /\.ya?ml$/.test(path) &&
      parseYaml(path, content).some(
        document => document.get('kind') === 'Secret',
      );
    if (leaks || holdsSecret) {
      throw new ConflictError(
        say`${path} would hold a secret in plain text, so nothing was changed. Secrets belong into the secret store.`,
      );
    }
  }
}

/**
 * Keeps edits inside the folders that the portal may write.
 *
 * @throws Error that names the file.
 */
export function checkPaths(edits: FileEdit[], folders = WRITABLE_FOLDERS) {
  for (const { path } of edits) {
    const plain = path
      .split('/')
      .every(part => /^(\.gitkeep|[A-Za-z0-9][A-Za-z0-9._-]*)$/.test(part));
    if (!plain || !folders.some(folder => path.startsWith(folder))) {
      throw new Error(
        `The portal doesn't write ${JSON.stringify(
          path.slice(0, 200),
        )}, so nothing was changed.`,
      );
    }
  }
}

/**
 * Keeps the repository readable: edits add no problem to what is read from it.
 *
 * @throws ConflictError that says what would be wrong.
 */
export function checkReadable(
  before: PlatformSnapshot,
  after: PlatformSnapshot,
) {
  const known = new Set(
    before.problems.map(({ path, message }) => `${path} ${message}`),
  );
  const added = after.problems.find(
    ({ path, message }) => !known.has(`${path} ${message}`),
  );
  if (added) {
    throw new ConflictError(
      `This doesn't go together with what is there, so nothing was changed: ${added.path}: ${added.message}`,
    );
  }
}
