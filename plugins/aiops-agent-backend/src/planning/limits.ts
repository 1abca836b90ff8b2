import {
  parseManifests,
  parseQuantity,
  type ContainerSpec,
  type Deployed,
  type Environment,
  type PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import { say } from '../words';
import { filesBelow } from './targets';

type Resource = 'cpu' | 'memory';

/** What a namespace's LimitRanges and quota say of single copies. */
interface Limits {
  /** By `Container` or `Pod`, as written. */
  most: Array<{ type: string; resource: Resource; amount: string }>;
  least: Array<{ resource: Resource; amount: string }>;
  /** How many copies may run in it. */
  pods?: number;
}

const RESOURCES: Resource[] = ['cpu', 'memory'];
/** Sums of decimals such as 0.1 + 0.2 are not to count as over. */
const TOLERANCE = 1e-9;

const amountsOf = (amounts: unknown) =>
  RESOURCES.flatMap(resource => {
    const amount = (amounts as Record<string, unknown> | undefined)?.[resource];
    return amount === undefined ? [] : [{ resource, amount: String(amount) }];
  });

function limitsOf(
  platform: PlatformSnapshot,
  environment: Environment,
): Limits {
  const limits: Limits = { most: [], least: [] };
  const manifests = filesBelow(platform, environment.path)
    .filter(path => /\.ya?ml$/.test(path))
    .flatMap(path => parseManifests(platform.files.get(path) ?? ''));
  for (const { kind, body } of manifests) {
    const spec = body.spec as
      | { limits?: Array<Record<string, unknown>>; hard?: { pods?: unknown } }
      | undefined;
    if (kind === 'LimitRange') {
      for (const { type, max, min } of spec?.limits ?? []) {
        limits.most.push(
          ...amountsOf(max).map(each => ({ ...each, type: String(type) })),
        );
        limits.least.push(...(type === 'Container' ? amountsOf(min) : []));
      }
    }
    if (kind === 'ResourceQuota' && spec?.hard?.pods !== undefined) {
      limits.pods = Math.min(limits.pods ?? Infinity, Number(spec.hard.pods));
    }
  }
  return limits;
}

const total = (containers: ContainerSpec[], resource: Resource) =>
  containers.reduce((sum, { limits }) => sum + (limits[resource] ?? 0), 0);

/** What a thing's copies would break, in a sentence; undefined if nothing. */
function brokenBy(
  { name, workloads }: Deployed,
  { most, least }: Limits,
  environment: string,
): string | undefined {
  for (const { containers } of workloads) {
    for (const { type, resource, amount } of most) {
      const used =
        type === 'Pod'
          ? total(containers, resource)
          : Math.max(0, ...containers.map(one => one.limits[resource] ?? 0));
      if (used > parseQuantity(amount) + TOLERANCE) {
        return resource === 'cpu'
          ? say`One copy in ${environment} may use ${amount} of CPU at most, and one of ${name} would be given more, so nothing was changed. Ask for less, or run more copies.`
          : say`One copy in ${environment} may use ${amount} of memory at most, and one of ${name} would be given more, so nothing was changed. Ask for less, or run more copies.`;
      }
    }
    for (const { resource, amount } of least) {
      const given = containers.flatMap(one => one.requests[resource] ?? []);
      if (given.some(one => one < parseQuantity(amount) - TOLERANCE)) {
        return resource === 'cpu'
          ? say`One copy in ${environment} is given ${amount} of CPU at least, and one of ${name} would be given less, so nothing was changed. Ask for more.`
          : say`One copy in ${environment} is given ${amount} of memory at least, and one of ${name} would be given less, so nothing was changed. Ask for more.`;
      }
    }
  }
  return undefined;
}

const copiesIn = (platform: PlatformSnapshot, { name }: Environment) =>
  platform.deployed
    .filter(({ environment }) => environment === name)
    .flatMap(({ workloads }) => workloads)
    .reduce((sum, { replicas }) => sum + replicas, 0);

/**
 * Keeps to what an environment says of single copies and of their number:
 * the cluster would turn others away, so that they never start.
 *
 * @throws InputError with a sentence that says what is too much, or too little.
 */
export function checkLimits(
  before: PlatformSnapshot,
  after: PlatformSnapshot,
): void {
  const known = new Map(before.deployed.map(thing => [thing.path, thing]));
  const changed = after.deployed.filter(
    ({ path, workloads }) =>
      JSON.stringify(known.get(path)?.workloads) !== JSON.stringify(workloads),
  );
  for (const environment of after.environments) {
    const things = changed.filter(
      thing => thing.environment === environment.name,
    );
    if (things.length > 0) {
      const limits = limitsOf(after, environment);
      const broken = things
        .map(thing => brokenBy(thing, limits, environment.name))
        .find(Boolean);
      if (broken) {
        throw new InputError(broken);
      }
      const copies = copiesIn(after, environment);
      if (
        limits.pods !== undefined &&
        copies > limits.pods &&
        copies > copiesIn(before, environment)
      ) {
        throw new InputError(
          say`${environment.name} has room for ${limits.pods} copies of all that runs in it, and this would make them ${copies}, so nothing was changed. Ask for fewer.`,
        );
      }
    }
  }
}
