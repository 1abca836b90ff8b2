import { CATALOG_NAME_ANNOTATION } from '@aiops-portal/plugin-aiops-agent-common';
import { catalogNames } from './catalogNames';
import {
  readDeployed,
  type UnnamedDeployed,
  type WrittenManifest,
} from './deployed';
import { readEnvironment } from './environments';
import { deployedPath, environmentPath, foldersOf } from './layout';
import { ManifestCache } from './ManifestCache';
import { readContainerDefaults, type ContainerDefaults } from './sizes';
import type { Environment, PlatformSnapshot } from './types';

interface Found {
  environment: Environment;
  wanted?: string;
  file: string;
  thing: UnnamedDeployed;
}

/**
 * Reads environments and what is deployed in them from the files of the
 * platform repository. Never fails: what can't be read is a problem, and
 * reading goes on without it.
 *
 * @param cache - remembers parsed files from one reading to the next.
 */
export function readPlatform(
  files: ReadonlyMap<string, string>,
  head: string,
  cache: ManifestCache = new ManifestCache(),
): PlatformSnapshot {
  const problems: PlatformSnapshot['problems'] = [];
  const folders = foldersOf(files.keys());

  const read = (paths: string[]): WrittenManifest[] =>
    paths.flatMap(path => {
      const parsed = cache.parse(files.get(path) ?? '');
      if (parsed.problem !== undefined) {
        problems.push({ path, message: parsed.problem });
        return [];
      }
      return parsed.manifests.map(manifest => ({ file: path, manifest }));
    });

  const environments: Environment[] = [];
  const defaults = new Map<string, ContainerDefaults>();
  for (const [name, paths] of folders.environments) {
    const manifests = read(paths).map(({ manifest }) => manifest);
    const report = (message: string) =>
      problems.push({ path: environmentPath(name), message });
    const environment = readEnvironment(name, manifests, report);
    if (environment) {
      environments.push(environment);
      defaults.set(name, readContainerDefaults(manifests, report));
    }
  }

  const found: Found[] = [];
  for (const [name, instances] of folders.deployed) {
    const environment = environments.find(other => other.name === name);
    if (!environment) {
      problems.push({
        path: `k8s-manifests/apps/${name}`,
        message: `There is no environment ${name}, so that nobody owns what is in it.`,
      });
      continue;
    }
    for (const [instance, paths] of instances) {
      const written = read(paths).filter(entry => {
        const { namespace } = entry.manifest;
        if (namespace !== undefined && namespace !== name) {
          problems.push({
            path: entry.file,
            message: `${entry.manifest.kind} ${entry.manifest.name} is meant for the namespace ${namespace}, not for this environment.`,
          });
          return false;
        }
        return true;
      });
      const result = readDeployed(
        environment,
        instance,
        written,
        defaults.get(name) ?? { requests: {}, limits: {} },
        (path, message) => problems.push({ path, message }),
      );
      if (result) {
        found.push({
          environment,
          wanted: result.main.manifest.annotations[CATALOG_NAME_ANNOTATION],
          file: result.main.file,
          thing: result.thing,
        });
      } else {
        problems.push({
          path: deployedPath(name, instance),
          message: 'Nothing in it runs: it holds no workload.',
        });
      }
    }
  }

  const { names, clashes } = catalogNames(
    found.map(({ environment, wanted, thing }) => ({
      environment,
      wanted,
      instance: thing.instance,
    })),
  );
  clashes.forEach((wanted, index) =>
    problems.push({
      path: found[index].file,
      message: `The name ${wanted} belongs to another thing: it is called ${names[index]} instead.`,
    }),
  );
  return {
    head,
    files,
    environments,
    deployed: found.map(({ thing }, index) => ({
      name: names[index],
      ...thing,
    })),
    problems,
  };
}
