import type {
  Backup,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';

/**
 * Backups of what a person may see. One of several environments, or of the
 * whole cluster, is shown as far as it is about theirs.
 */
export function visibleBackups(
  backups: Backup[],
  { environments }: PlatformSnapshot,
): Backup[] {
  const names = new Set(environments.map(({ name }) => name));
  return backups.flatMap(backup => {
    const shown = backup.environments.filter(name => names.has(name));
    if (backup.environments.length > 0 && shown.length === 0) {
      return [];
    }
    const whole =
      backup.environments.length > 0 &&
      shown.length === backup.environments.length;
    return whole
      ? [backup]
      : [
          {
            ...backup,
            environments: shown,
            volumes: backup.volumes.filter(({ environment }) =>
              names.has(environment),
            ),
            // Of whose these are isn't known.
            snapshots: { asked: 0, made: 0 },
            reason: undefined,
          },
        ];
  });
}
