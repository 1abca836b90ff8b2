import {
  mainWorkload,
  parseManifests,
  type Deployed,
  type Environment,
  type FileEdit,
  type PlatformSnapshot,
  type Workload,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import type { Document } from 'yaml';
import { say } from '../words';
import { filesOf } from './targets';
import { parseYaml, writeYaml } from './documents';

/** The workload that a thing is, with the document that it is written in. */
export interface MainWorkload {
  workload: Workload;
  document: Document;
  /** Everything that the thing is written in, by file. */
  files: Map<string, Document[]>;
}

/** How a thing is named in a sentence. */
export function called(target: Deployed | Environment): string {
  return `"${target.name}"`;
}

/**
 * The workload that a thing's size and count are about, to be edited where
 * it stands.
 *
 * @throws InputError for a thing that sleeps, or that the portal can't edit:
 * one that an operator runs, or whose workload stands in a list.
 */
export function openMainWorkload(
  snapshot: PlatformSnapshot,
  thing: Deployed,
): MainWorkload {
  if (thing.asleep) {
    throw new InputError(
      say`"${thing.name}" is asleep, so it has no copies that could change. Wake it first. Nothing was changed.`,
    );
  }
  const files = new Map<string, Document[]>();
  for (const path of filesOf(snapshot, thing)) {
    files.set(path, parseYaml(path, snapshot.files.get(path) ?? ''));
  }
  const main = mainWorkload(
    [...files.keys()].flatMap(path =>
      parseManifests(snapshot.files.get(path) ?? ''),
    ),
    thing.instance,
  );
  const isMain = ({ kind, name }: { kind: string; name: string }) =>
    kind === main?.kind && name === main?.name;
  const workload = thing.workloads.find(isMain);
  const document = [...files.values()].flat().find(one =>
    isMain({
      kind: String(one.get('kind')),
      name: String(one.getIn(['metadata', 'name'])),
    }),
  );
  if (!workload || !document) {
    throw new InputError(
      say`"${thing.name}" is not written as one workload of its own that I could edit, so nothing was changed. A developer of its team can change ${thing.path} in Git.`,
    );
  }
  return { workload, document, files };
}

/** What of a thing's files has become different. */
export function editsOf(
  snapshot: PlatformSnapshot,
  { files }: MainWorkload,
): FileEdit[] {
  return [...files].flatMap(([path, documents]) => {
    const original = snapshot.files.get(path) ?? '';
    const content = writeYaml(documents, original);
    const untouched = writeYaml(parseYaml(path, original), original);
    return content === untouched ? [] : [{ path, content }];
  });
}
