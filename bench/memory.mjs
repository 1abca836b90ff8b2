import { execFileSync } from 'node:child_process';

/** What a process keeps in memory, in megabytes of 2^20 bytes. */
export function residentMegabytes(pid) {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  return Math.round(Number(kilobytes) / 1024);
}
