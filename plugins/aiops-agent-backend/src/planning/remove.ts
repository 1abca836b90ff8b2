import type {
  ComposedPart,
  Deployed,
  Environment,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { applicationsFolder } from './layout';
import { filesBelow, isEnvironment, targetName } from './targets';

/** Takes the files of a thing, or of an environment and all in it, away. */
export function removeTarget(
  snapshot: PlatformSnapshot,
  target: Environment | Deployed,
): ComposedPart {
  const folders = isEnvironment(target)
    ? [target.path, applicationsFolder(target.name)]
    : [target.path];
  return {
    edits: folders
      .flatMap(folder => filesBelow(snapshot, folder))
      .map(path => ({ path })),
    secrets: [],
    steps: [],
    links: [],
    targets: [targetName(target)],
    values: { [`${target.name}.removed`]: true },
  };
}
