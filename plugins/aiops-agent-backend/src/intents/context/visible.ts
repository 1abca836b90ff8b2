import { posix } from 'node:path';
import {
  deployedPath,
  type PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';

function isBelow(path: string, folders: Set<string>): boolean {
  for (
    let end = path.lastIndexOf('/');
    end > 0;
    end = path.lastIndexOf('/', end - 1)
  ) {
    if (folders.has(path.slice(0, end))) {
      return true;
    }
  }
  return false;
}

/**
 * What of the platform a person may see: hidden environments, what is in
 * them, their files and the trouble with reading those are left out.
 */
export function visiblePlatform(
  platform: PlatformSnapshot,
  maySee: (environment: { name: string; team: string }) => boolean,
): PlatformSnapshot {
  const environments = platform.environments.filter(maySee);
  if (environments.length === platform.environments.length) {
    return platform;
  }
  const names = new Set(environments.map(({ name }) => name));
  const hidden = new Set(
    platform.environments
      .filter(({ name }) => !names.has(name))
      .flatMap(({ name, path }) => [
        path.replace(/\/$/, ''),
        posix.dirname(deployedPath(name, 'any')),
      ]),
  );
  let files: ReadonlyMap<string, string> | undefined;
  return {
    head: platform.head,
    environments,
    deployed: platform.deployed.filter(({ environment }) =>
      names.has(environment),
    ),
    problems: platform.problems.filter(({ path }) => !isBelow(path, hidden)),
    // Few intents look at files, so they are sorted out on demand.
    get files() {
      files ??= new Map(
        [...platform.files].filter(([path]) => !isBelow(path, hidden)),
      );
      return files;
    },
  };
}

/** Every name and address that is taken, whoever may see it. */
export function takenNames(platform: PlatformSnapshot): Set<string> {
  return new Set([
    ...platform.environments.map(({ name }) => name),
    ...platform.deployed.flatMap(({ name, instance, hosts }) => [
      name,
      instance,
      ...hosts,
    ]),
  ]);
}
