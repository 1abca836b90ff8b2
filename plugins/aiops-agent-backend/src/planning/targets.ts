import type {
  Deployed,
  Environment,
  FileEdit,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import type { Document } from 'yaml';
import { parseYaml, writeYaml } from './documents';

/** Whether this is an environment rather than a thing in one. */
export function isEnvironment(
  target: Environment | Deployed,
): target is Environment {
  return 'tier' in target;
}

/** `environment/marketing-dev`, `application/marketing-blog`. */
export function targetName(target: Environment | Deployed): string {
  if (isEnvironment(target)) {
    return `environment/${target.name}`;
  }
  return `${target.role}/${target.name}`;
}

const isYaml = (path: string) => /\.ya?ml$/.test(path);

/** Files in and below a folder. */
export function filesBelow(
  snapshot: PlatformSnapshot,
  folder: string,
): string[] {
  return [...snapshot.files.keys()].filter(path =>
    path.startsWith(`${folder}/`),
  );
}

/** The files that a thing is written in: its folder's and its workloads'. */
export function filesOf(snapshot: PlatformSnapshot, thing: Deployed): string[] {
  const files = new Set([
    ...filesBelow(snapshot, thing.path),
    ...thing.workloads.map(workload => workload.file),
  ]);
  return [...files].filter(isYaml);
}

/** Edits files in place; those that an edit doesn't touch are left out. */
export function editDocuments(
  snapshot: PlatformSnapshot,
  paths: string[],
  edit: (document: Document) => boolean,
): FileEdit[] {
  return paths.flatMap(path => {
    const content = snapshot.files.get(path);
    if (content === undefined) {
      return [];
    }
    const documents = parseYaml(path, content);
    const changed = documents.map(edit).some(Boolean);
    return changed ? [{ path, content: writeYaml(documents, content) }] : [];
  });
}

/** Edits the documents of a thing in place. */
export function editThing(
  snapshot: PlatformSnapshot,
  thing: Deployed,
  edit: (document: Document) => boolean,
): FileEdit[] {
  return editDocuments(snapshot, filesOf(snapshot, thing), edit);
}

/** What lives in an environment. */
export function thingsIn(
  snapshot: PlatformSnapshot,
  environment: Environment,
): Deployed[] {
  return snapshot.deployed.filter(
    thing => thing.environment === environment.name,
  );
}
