import { say } from '../words';

const MEBI = 2 ** 20;

/** Memory as people compare it: `980 Mi`; of the whole Gi from 10 Gi on. */
export function mebibytes(bytes: number, space = ' '): string {
  const mebi = bytes / MEBI;
  return mebi >= 10 * 1024 && mebi % 1024 === 0
    ? `${mebi / 1024}${space}Gi`
    : `${mebi < 10 ? Number(mebi.toFixed(1)) : Math.round(mebi)}${space}Mi`;
}

/** Cores as they are written where they are set: `480m`, `2`. */
export function millicores(cores: number): string {
  const milli = Math.round(cores * 1000);
  return milli >= 1000 && milli % 1000 === 0
    ? String(milli / 1000)
    : `${milli}m`;
}

/** `45 %` */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** `1 copy`, `3 copies` */
export function copies(count: number): string {
  return count === 1 ? say`1 copy` : say`${count} copies`;
}

/** Lengths in milliseconds, the longest first. */
const UNITS: Array<[number, (count: number) => string]> = [
  [86_400_000, n => (n === 1 ? say`1 day ago` : say`${n} days ago`)],
  [3_600_000, n => (n === 1 ? say`1 hour ago` : say`${n} hours ago`)],
  [60_000, n => (n === 1 ? say`1 minute ago` : say`${n} minutes ago`)],
  [1_000, n => (n === 1 ? say`1 second ago` : say`${n} seconds ago`)],
];

/** `20 seconds ago`, `5 minutes ago`, `2 days ago`: in the largest unit. */
export function ago(ms: number): string {
  const [length, words] =
    UNITS.find(([size]) => ms >= size) ?? UNITS[UNITS.length - 1];
  return words(Math.max(1, Math.round(ms / length)));
}
