import { localeOf, say } from '../../words';
/** `512 MiB`, `1.5 GiB` */
export function bytesWord(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${Number(value.toFixed(value < 10 ? 1 : 0))} ${units[unit]}`;
}

/** `0.25 cores` */
export function coresWord(cores: number): string {
  const rounded = Number(cores.toFixed(2));
  return `${rounded} ${rounded === 1 ? 'core' : 'cores'}`;
}

/** A share as a whole percentage: `3 %`, `less than 1 %`. */
export function shareWord(part: number, whole: number): string {
  if (whole <= 0) {
    return '0 %';
  }
  const percent = (part / whole) * 100;
  return percent > 0 && percent < 1
    ? say`less than 1 %`
    : `${Math.round(percent)} %`;
}

/** `30 November 2026`, in UTC. */
export function dayWord(date: Date): string {
  return new Intl.DateTimeFormat(localeOf('dates'), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}
