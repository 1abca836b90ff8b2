import type {
  Backup,
  IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { say } from '../../words';
import { thingsIn, type Target } from '../finding';

/** Whether any of a target is in a backup. */
export function covers(backup: Backup, target: Target): boolean {
  const { environments, instances } = backup;
  const name =
    target.kind === 'environment'
      ? target.environment.name
      : target.thing.environment;
  return (
    (environments.length === 0 || environments.includes(name)) &&
    (target.kind === 'environment' ||
      instances.length === 0 ||
      instances.includes(target.thing.instance))
  );
}

/** Whether a backup holds all of a target. */
export function coversWhole(backup: Backup, target: Target): boolean {
  return (
    covers(backup, target) &&
    (target.kind === 'thing' || backup.instances.length === 0)
  );
}

/** What a backup is of, in the names that people know. */
export function subjectOf(
  { environments, instances }: Backup,
  { platform }: Pick<IntentContext, 'platform'>,
): string {
  if (environments.length === 0) {
    return say`Everything in the cluster`;
  }
  if (instances.length === 0) {
    return say`${environments.join(', ')}, all of it`;
  }
  const things = environments.flatMap(name => thingsIn(name, platform));
  return instances
    .map(
      instance =>
        things.find(thing => thing.instance === instance)?.name ?? instance,
    )
    .join(', ');
}
