/** Where things are in the platform repository. */
const ENVIRONMENTS = 'k8s-manifests/platform/environments';
const APPS = 'k8s-manifests/apps';

/** The folder of an environment's own manifests. */
export function environmentPath(environment: string): string {
  return `${ENVIRONMENTS}/${environment}`;
}

/** The folder of an application, database or cache. */
export function deployedPath(environment: string, instance: string): string {
  return `${APPS}/${environment}/${instance}`;
}

/** YAML files by the folder of the environment or thing that they belong to. */
export interface Folders {
  /** By the environment's name. */
  environments: Map<string, string[]>;
  /** By the environment's name, then the thing's. */
  deployed: Map<string, Map<string, string[]>>;
}

/** Sorts a repository's paths into the folders that mean something. */
export function foldersOf(paths: Iterable<string>): Folders {
  const folders: Folders = { environments: new Map(), deployed: new Map() };
  for (const path of [...paths].sort()) {
    if (!/\.ya?ml$/.test(path)) {
      continue;
    }
    const environment = below(path, ENVIRONMENTS, 1);
    if (environment) {
      const [name] = environment;
      folders.environments.set(name, [
        ...(folders.environments.get(name) ?? []),
        path,
      ]);
    }
    const thing = below(path, APPS, 2);
    if (thing) {
      const [name, instance] = thing;
      const instances = folders.deployed.get(name) ?? new Map();
      folders.deployed.set(name, instances);
      instances.set(instance, [...(instances.get(instance) ?? []), path]);
    }
  }
  return {
    environments: sorted(folders.environments),
    deployed: new Map(
      [...sorted(folders.deployed)].map(([name, instances]) => [
        name,
        sorted(instances),
      ]),
    ),
  };
}

/** By name, which is not the order of paths: `-` comes before `/`. */
function sorted<T>(map: Map<string, T>): Map<string, T> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The first so many folders below a root that a file lies in. */
function below(
  path: string,
  root: string,
  depth: number,
): string[] | undefined {
  if (!path.startsWith(`${root}/`)) {
    return undefined;
  }
  const segments = path.slice(root.length + 1).split('/');
  return segments.length > depth ? segments.slice(0, depth) : undefined;
}
