import type { Deployed, Workload } from '@aiops-portal/plugin-aiops-agent-node';
import { parse } from 'yaml';
import { z } from 'zod';

const GIB = 1024 ** 3;

const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0);

/** Where the price book is in the platform repository. */
export const PRICES_FILE = 'policies/prices.yaml';

const schema = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  hoursPerMonth: z.number().positive(),
  hourly: z.object({
    /** One core. */
    cpu: z.number().nonnegative(),
    /** One GiB. */
    memory: z.number().nonnegative(),
    /** One GiB. */
    storage: z.number().nonnegative(),
  }),
  /** Hours a month that things are taken to run which don't run always. */
  assumedHours: z.object({
    Job: z.number().nonnegative(),
    CronJob: z.number().nonnegative(),
  }),
});

/** What one unit costs. */
export type PriceBook = z.infer<typeof schema>;

const byFiles = new WeakMap<
  ReadonlyMap<string, string>,
  PriceBook | undefined
>();

function parsePriceBook(content: string): PriceBook | undefined {
  try {
    return schema.parse(parse(content));
  } catch {
    // Whatever is wrong with it, what can't be priced needs approval.
    return undefined;
  }
}

/** What a thing costs a month. */
export interface Price {
  /** In the price book's currency; what could be priced of it. */
  amount: number;
  /** False when something of it has no price. */
  priced: boolean;
}

/**
 * Reads the price book of a commit.
 *
 * @returns undefined when there is none that can be read; then nothing has a price.
 */
export function readPriceBook(
  files: ReadonlyMap<string, string>,
): PriceBook | undefined {
  if (!byFiles.has(files)) {
    byFiles.set(files, parsePriceBook(files.get(PRICES_FILE) ?? ''));
  }
  return byFiles.get(files);
}

/** Hours a month that one copy runs; undefined where Git can't tell. */
function hoursOf(workload: Workload, book: PriceBook): number | undefined {
  switch (workload.kind) {
    case 'Job':
    case 'CronJob':
      return book.assumedHours[workload.kind];
    case 'DaemonSet':
      // As many copies as there are nodes.
      return undefined;
    default:
      return book.hoursPerMonth;
  }
}

function priceOfWorkload(workload: Workload, book: PriceBook): Price {
  const hours = hoursOf(workload, book);
  if (workload.replicas === 0) {
    return { amount: 0, priced: true };
  }
  if (hours === undefined) {
    return { amount: 0, priced: false };
  }
  const perHour = workload.containers.map(({ requests }) => ({
    amount:
      (requests.cpu ?? 0) * book.hourly.cpu +
      ((requests.memory ?? 0) / GIB) * book.hourly.memory,
    priced: requests.cpu !== undefined && requests.memory !== undefined,
  }));
  return {
    amount: hours * workload.replicas * sum(perHour.map(one => one.amount)),
    priced: perHour.every(one => one.priced),
  };
}

/**
 * What a thing costs a month: what its copies request and the disk it claims,
 * at the price book's prices. What is shared or idle isn't in it.
 *
 * @see https://opencost.io/docs/specification/
 */
export function priceOf(
  thing: Pick<Deployed, 'workloads' | 'volumes'>,
  book: PriceBook | undefined,
): Price {
  if (!book) {
    return { amount: 0, priced: false };
  }
  const workloads = thing.workloads.map(one => priceOfWorkload(one, book));
  const gigabytes = sum(thing.volumes.map(volume => volume.bytes / GIB));
  return {
    amount:
      sum(workloads.map(one => one.amount)) +
      gigabytes * book.hourly.storage * book.hoursPerMonth,
    priced:
      workloads.every(one => one.priced) &&
      // A claim always has a size; without one it could not be read.
      thing.volumes.every(volume => volume.bytes > 0),
  };
}
