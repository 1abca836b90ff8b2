import { locale } from './locale';

const UNITS: Array<[Intl.RelativeTimeFormatUnit, number]> = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** '20 minutes ago'; undefined within the first minute. */
export function ago(iso: string, now: number): string | undefined {
  const passed = now - Date.parse(iso);
  for (const [unit, milliseconds] of UNITS) {
    if (Math.abs(passed) >= milliseconds) {
      return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(
        -Math.round(passed / milliseconds),
        unit,
      );
    }
  }
  return undefined;
}

/** '10:02' */
export function clock(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(
    Date.parse(iso),
  );
}

/** 'Friday, November 20' */
export function day(iso: string): string {
  return new Intl.DateTimeFormat(locale(), {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  }).format(Date.parse(iso));
}
