import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process keeps in memory, in megabytes of 2^20 bytes. */
export function residentMegabytes(pid) {
  const kilobytes =
    process.platform === 'linux'
      ? /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString();
  return Math.round(Number(kilobytes) / 1024);
}
