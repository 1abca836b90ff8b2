import {
  readBackups,
  type ComposedPart,
  type Deployed,
  type Environment,
  type PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { applicationsFolder } from './layout';
import { filesBelow, isEnvironment, targetName } from './targets';

/**
 * Takes the files of a thing, or of an environment and all in it, away. Its
 * backups stay until their day; only that they were asked for goes.
 */
export function removeTarget(
  snapshot: PlatformSnapshot,
  target: Environment | Deployed,
): ComposedPart {
  const folders = isEnvironment(target)
    ? [target.path, applicationsFolder(target.name)]
    : [target.path];
  const backups = isEnvironment(target)
    ? readBackups(snapshot).filter(each => each.environment === target.name)
    : [];
  return {
    edits: [
      ...folders.flatMap(folder => filesBelow(snapshot, folder)),
      ...backups.map(({ path }) => path),
    ].map(path => ({ path })),
    secrets: [],
    steps: [],
    links: [],
    targets: [targetName(target)],
    values: { [`${target.name}.removed`]: true },
  };
}
