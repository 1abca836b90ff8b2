import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import { ConflictError } from '@backstage/errors';
import type {
  Deployed,
  Environment,
  IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { thingsIn } from '../finding';
import { together } from '../wording';
import { say } from '../../words';

/** What a request made that is still there. */
export interface Created {
  environment?: Environment;
  things: Deployed[];
  /** What is put to sleep or woken: a whole environment, or single things. */
  targets: Array<Environment | Deployed>;
  /** The environment that the request was about. */
  home: Pick<Environment, 'name' | 'team' | 'tier'>;
}

/** The new files of a request that are still there. */
function newFiles(root: Change, context: IntentContext): string[] {
  return root.plan.files
    .filter(
      ({ action, path }) =>
        action === 'add' && context.platform.files.has(path),
    )
    .map(({ path }) => path);
}

function makesNamespace(path: string, context: IntentContext): boolean {
  return /^kind:\s*Namespace\s*$/m.test(context.platform.files.get(path) ?? '');
}

/**
 * Finds what a request made and what is still there of it: environments whose
 * Namespace, and things whose workloads it wrote; undefined when it made none.
 */
export function createdBy(
  root: Change,
  context: IntentContext,
): Created | undefined {
  const { environments, deployed } = context.platform;
  const files = newFiles(root, context);
  const written = new Set(files);
  const environment = environments.find(({ path }) =>
    files.some(
      file =>
        file.startsWith(`${path.replace(/\/$/, '')}/`) &&
        makesNamespace(file, context),
    ),
  );
  const things = deployed.filter(({ workloads }) =>
    workloads.some(({ file }) => written.has(file)),
  );
  const home =
    environment ??
    environments.find(({ name }) => name === things[0]?.environment);
  return (
    home && {
      environment,
      things,
      targets: environment ? [environment] : things,
      home,
    }
  );
}

/**
 * Others may have built upon what is to be put to sleep.
 *
 * @throws ConflictError that names what would be hit.
 */
export function checkNobodyElseNeeds(
  created: Created,
  root: Change,
  context: IntentContext,
): void {
  const own = new Set(created.things.map(({ name }) => name));
  const inside = created.environment
    ? thingsIn(created.environment.name, context.platform)
    : [];
  const users = context.platform.deployed.filter(({ uses }) =>
    uses.some(name => own.has(name)),
  );
  const hit = [...new Set([...inside, ...users])].filter(
    thing => !own.has(thing.name) && !thing.asleep,
  );
  if (hit.length > 0) {
    const names = together(hit.map(({ name }) => name));
    throw new ConflictError(
      hit.length === 1
        ? say`${names} has been added to what ${root.id} made and would stop too, so nothing was changed. Undo that first.`
        : say`${names} have been added to what ${root.id} made and would stop too, so nothing was changed. Undo that first.`,
    );
  }
}
