import {
  BLUEPRINT_ANNOTATION,
  ROLE_ANNOTATION,
} from '@aiops-portal/plugin-aiops-agent-common';
import { engineOfOperated } from './engines';
import type { Manifest } from './manifests';

const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Job'];

/**
 * The manifest that says what a folder is: the annotated one, the one of the
 * folder's name, or the first of the kinds that usually matter most.
 */
export function mainWorkload(
  manifests: Manifest[],
  instance: string,
): Manifest | undefined {
  const runs = manifests.filter(
    ({ apiVersion, kind }) =>
      KINDS.includes(kind) || engineOfOperated(apiVersion, kind),
  );
  return (
    runs.find(({ annotations }) => annotations[ROLE_ANNOTATION]) ??
    runs.find(({ annotations }) => annotations[BLUEPRINT_ANNOTATION]) ??
    runs.find(({ name }) => name === instance) ??
    [...runs].sort((a, b) => rank(a) - rank(b))[0]
  );
}

function rank({ kind }: Manifest): number {
  // What an operator runs comes after what the team wrote itself.
  return KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length;
}
