import type { KubeObject } from '../types';

/** What a cell shows. */
export type Cell = string | number | boolean | null;

/** One column of a table. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  format?: string;
  /** 0 is always shown, others with `-o wide`. */
  priority: number;
  description: string;
  cell(object: KubeObject, now: Date): Cell;
}

/** A column that is always shown, or only with `-o wide`. */
export function column(
  name: string,
  cell: Column['cell'],
  options: Partial<Pick<Column, 'type' | 'format' | 'priority'>> = {},
): Column {
  return {
    name,
    type: 'string',
    priority: 0,
    description: '',
    cell,
    ...options,
  };
}

/** The object's name. */
export const NAME = column('Name', object => object.metadata.name, {
  format: 'name',
});

/** How long it exists. */
export const AGE = column('Age', (object, now) =>
  age(object.metadata.creationTimestamp, now),
);

/** The time since, as `kubectl` writes it: `45s`, `3m20s`, `5h`, `12d`. */
export function age(since: string | undefined, now: Date): string {
  if (!since) {
    return '<unknown>';
  }
  const seconds = Math.floor((now.getTime() - Date.parse(since)) / 1000);
  return seconds < -1 ? '<invalid>' : duration(Math.max(0, seconds));
}

/** Seconds in the words of `kubectl`. */
export function duration(seconds: number): string {
  const pair = (big: number, unit: string, small: number, part: string) =>
    small ? `${big}${unit}${small}${part}` : `${big}${unit}`;
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (seconds < 120) {
    return `${seconds}s`;
  }
  if (minutes < 10) {
    return pair(minutes, 'm', seconds % 60, 's');
  }
  if (minutes < 180) {
    return `${minutes}m`;
  }
  if (hours < 8) {
    return pair(hours, 'h', minutes % 60, 'm');
  }
  if (hours < 48) {
    return `${hours}h`;
  }
  if (days < 8) {
    return pair(days, 'd', hours % 24, 'h');
  }
  if (days < 730) {
    return `${days}d`;
  }
  const years = Math.floor(days / 365);
  return days < 8 * 365 ? pair(years, 'y', days % 365, 'd') : `${years}y`;
}
