import { hashFraction } from '../values/random';

/** What the containers of one sort of image write. */
export interface LogFamily {
  name: string;
  images: RegExp;
  /** Lines at the start of the container. */
  begin: string[];
  /** A line about every so many seconds, chosen by a number from 0 to 1. */
  everySeconds: number;
  routine(at: Date, chance: number): string;
}

const CLIENTS = ['10.42.0.1', '10.42.1.1', '10.42.2.1'];

/** An access log's time, `05/Jan/2026:09:00:00 +0000`. */
function accessTime(at: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(
    at.toUTCString(),
  )!;
  return `${day}/${month}/${year}:${time} +0000`;
}

function pick<T>(list: T[], chance: number): T {
  return list[Math.floor(chance * list.length) % list.length];
}

function access(paths: string[], agent: string) {
  return (at: Date, chance: number) =>
    `${pick(CLIENTS, hashFraction(String(chance)))} - - [${accessTime(
      at,
    )}] "GET ${pick(paths, chance)} HTTP/1.1" 200 ${
      400 + Math.floor(chance * 9000)
    } "-" "${agent}"`;
}

const SLOW_MS = 1_000;

/** What an application of the company writes about a request that took so many milliseconds. */
export function requestLine(chance: number, ms: number): string {
  const path = pick(['/', '/api/items', '/healthz'], chance);
  const [level, message] =
    ms >= SLOW_MS ? ['warn', 'slow request'] : ['info', 'request served'];
  return `level=${level} msg="${message}" method=GET path=${path} status=200 duration=${Math.round(
    ms,
  )}ms`;
}

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:137.0) Gecko/20100101';

/** Sorts of images, the first that fits counts; the last fits all. */
export const LOG_FAMILIES: LogFamily[] = [
  {
    name: 'wordpress',
    images: /(^|\/)wordpress(:|@|$|-)/,
    begin: [
      'WordPress not found in /var/www/html - copying now...',
      'Complete! WordPress has been successfully copied to /var/www/html',
      "No 'wp-config.php' found in /var/www/html, but 'WORDPRESS_...' variables supplied; copying 'wp-config-docker.php'",
      '[mpm_prefork:notice] [pid 1] AH00163: Apache/2.4.62 (Debian) PHP/8.3.20 configured -- resuming normal operations',
      "[core:notice] [pid 1] AH00094: Command line: 'apache2 -D FOREGROUND'",
    ],
    everySeconds: 15,
    routine: access(
      [
        '/',
        '/wp-login.php',
        '/wp-json/',
        '/?p=1',
        '/wp-content/themes/site/style.css',
      ],
      BROWSER,
    ),
  },
  {
    name: 'mariadb',
    images: /(^|\/)(mariadb|mysql)(:|@|$|-)/,
    begin: [
      '[Note] [Entrypoint]: Entrypoint script for the database server started.',
      '[Note] [Entrypoint]: Initializing database files',
      '[Note] InnoDB: Buffer pool(s) load completed',
      "[Note] Server socket created on IP: '0.0.0.0', port: '3306'.",
      '[Note] ready for connections.',
    ],
    everySeconds: 300,
    routine: (_at, chance) =>
      `[Note] InnoDB: log sequence number ${
        40_000 + Math.floor(chance * 9e5)
      }; transaction id ${14 + Math.floor(chance * 900)}`,
  },
  {
    name: 'postgresql',
    images: /(^|\/)(postgres|postgresql)(:|@|$|-)/,
    begin: [
      'PostgreSQL init process complete; ready for start up.',
      'LOG:  listening on IPv4 address "0.0.0.0", port 5432',
      'LOG:  listening on Unix socket "/var/run/postgresql/.s.PGSQL.5432"',
      'LOG:  database system is ready to accept connections',
    ],
    everySeconds: 300,
    routine: (_at, chance) =>
      `LOG:  checkpoint complete: wrote ${
        Math.floor(chance * 90) + 1
      } buffers (0.${Math.floor(
        chance * 9,
      )}%); 0 WAL file(s) added, 0 removed, 0 recycled`,
  },
  {
    name: 'redis',
    images: /(^|\/)(redis|valkey)(:|@|$|-)/,
    begin: [
      '* oO0OoO0OoO0Oo starting oO0OoO0OoO0Oo',
      '* Running mode=standalone, port=6379.',
      '* Server initialized',
      '* Ready to accept connections tcp',
    ],
    everySeconds: 300,
    routine: (_at, chance) =>
      `* ${
        Math.floor(chance * 100) + 1
      } changes in 300 seconds. Saving... DB saved on disk`,
  },
  {
    name: 'ghost',
    images: /(^|\/)ghost(:|@|$|-)/,
    begin: [
      'INFO Ghost is running in production...',
      'INFO Your site is now available',
      'INFO Ghost booted in 1.84s',
    ],
    everySeconds: 20,
    routine: (_at, chance) =>
      `INFO "GET ${pick(['/', '/ghost/', '/rss/', '/about/'], chance)}" 200 ${
        10 + Math.floor(chance * 80)
      }ms`,
  },
  {
    name: 'web',
    images: /(^|\/)(nginx|httpd|caddy|traefik)/,
    begin: [
      '/docker-entrypoint.sh: Configuration complete; ready for start up',
      '[notice] 1#1: start worker processes',
    ],
    everySeconds: 10,
    routine: access(
      ['/', '/favicon.ico', '/assets/app.js', '/healthz'],
      BROWSER,
    ),
  },
  {
    name: 'generic',
    images: /.*/,
    begin: ['Starting', 'Configuration loaded', 'Listening on 0.0.0.0'],
    everySeconds: 20,
    routine: (_at, chance) => requestLine(chance, 2 + 80 * chance),
  },
];
