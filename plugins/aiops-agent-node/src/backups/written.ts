import {
  OWNER_ANNOTATION,
  REMOVE_AFTER_ANNOTATION,
} from '@aiops-portal/plugin-aiops-agent-common';
import { InputError } from '@backstage/errors';
import { field, parseManifests, type Manifest } from '../platform/manifests';
import type { PlatformSnapshot } from '../platform/types';

/** Where the backups that people ask for are written down. */
export const BACKUPS_FOLDER = 'k8s-manifests/platform/backups';

/** A backup as it is written in Git, until its file has done its work. */
export interface WrittenBackup {
  kind: 'backup';
  name: string;
  environment: string;
  /** Owner of the environment when it was written. */
  team: string;
  path: string;
  /** ISO 8601: when the file leaves Git, which is before Velero deletes it. */
  removeAfter: string;
}

/** The portal's backups in Git. What can't be read isn't one of them. */
export function readBackups(
  snapshot: Pick<PlatformSnapshot, 'files'>,
): WrittenBackup[] {
  return [...snapshot.files].flatMap(([path, content]) =>
    path.startsWith(`${BACKUPS_FOLDER}/`) && /\.ya?ml$/.test(path)
      ? manifestsOf(content).flatMap(manifest => written(path, manifest))
      : [],
  );
}

function manifestsOf(content: string): Manifest[] {
  try {
    return parseManifests(content);
  } catch (error) {
    if (error instanceof InputError) {
      return [];
    }
    throw error;
  }
}

function written(path: string, manifest: Manifest): WrittenBackup[] {
  const { annotations, body, kind, name } = manifest;
  const namespaces = field(body, 'spec', 'includedNamespaces');
  const environment = Array.isArray(namespaces) ? namespaces[0] : undefined;
  const team = annotations[OWNER_ANNOTATION];
  const removeAfter = annotations[REMOVE_AFTER_ANNOTATION];
  return kind === 'Backup' &&
    typeof environment === 'string' &&
    team &&
    removeAfter
    ? [{ kind: 'backup', name, environment, team, path, removeAfter }]
    : [];
}
