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
  return `${count} ${count === 1 ? 'copy' : 'copies'}`;
}

/** `20 seconds`, `5 minutes`, `3 hours`, `2 days`: the largest unit that fits. */
export function span(ms: number): string {
  const units: Array<[string, number]> = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1_000],
  ];
  const [unit, length] =
    units.find(([, size]) => ms >= size) ?? units[units.length - 1];
  const count = Math.max(0, Math.round(ms / length));
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
