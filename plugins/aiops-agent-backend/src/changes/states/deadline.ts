import type { ChangeRecord } from '../model';

/** The ISO 8601 time so many minutes from now. */
export function inMinutes(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * 60_000).toISOString();
}

/** The deadline, moved on by the time that something was out of reach. */
export function effectiveDeadline(
  change: Pick<ChangeRecord, 'deadline' | 'waitingSince'>,
  now: Date,
): string | undefined {
  if (!change.deadline || !change.waitingSince) {
    return change.deadline;
  }
  const stood = now.getTime() - Date.parse(change.waitingSince);
  return new Date(Date.parse(change.deadline) + stood).toISOString();
}

/** True when its state has taken longer than it may. */
export function isOverdue(
  change: Pick<ChangeRecord, 'deadline' | 'waitingSince'>,
  now: Date,
): boolean {
  const deadline = effectiveDeadline(change, now);
  return deadline !== undefined && deadline <= now.toISOString();
}
