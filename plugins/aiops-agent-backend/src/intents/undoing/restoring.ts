import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { applyPatch, createTwoFilesPatch } from 'diff';
import type {
  CommitInfo,
  Deployed,
  Environment,
  FileEdit,
  GitRepositoryService,
  IntentContext,
  PlanDraft,
  PlannedAct,
  PlannedStep,
} from '@aiops-portal/plugin-aiops-agent-node';
import { actIn, keepDays } from '../drafting';
import { rolloutSteps } from '../../planning/rollout';
import { say } from '../../words';
import { together } from '../wording';

type Repository = Pick<
  GitRepositoryService,
  'files' | 'findByTrailer' | 'committerEmail'
>;

/** The commit of a change, believed only when our committer made it. */
async function commitOf(
  change: Change,
  repository: Repository,
): Promise<CommitInfo & { parent: string }> {
  const commits = await repository.findByTrailer('Request-Id', change.id);
  const commit = commits.find(
    ({ sha, committerEmail }) =>
      sha === change.commit?.sha &&
      committerEmail === repository.committerEmail,
  );
  if (!commit?.parent) {
    throw new NotFoundError(
      say`I can't find what ${change.id} wrote down, so nothing was changed. A platform admin can look in the repository's history.`,
    );
  }
  return { ...commit, parent: commit.parent };
}

/** What the edits touch: environments, and the things of which in them. */
function touched(edits: FileEdit[], context: IntentContext) {
  const { environments, deployed } = context.platform;
  const holds = ({ path }: { path: string }) =>
    edits.some(edit => edit.path.startsWith(`${path.replace(/\/$/, '')}/`));
  const things = deployed.filter(holds);
  return {
    things,
    environments: environments.filter(
      environment =>
        holds(environment) ||
        things.some(thing => thing.environment === environment.name),
    ),
    /** Not only things in them, but environments themselves. */
    own: environments.filter(holds),
  };
}

/** The copies that begin anew, each line followed until they run. */
function rollouts(things: Deployed[], edits: FileEdit[]): PlannedStep[] {
  const kept = new Set(
    edits.filter(({ content }) => content !== undefined).map(edit => edit.path),
  );
  return things.flatMap(thing =>
    thing.workloads.flatMap(({ kind, name, file }) =>
      kept.has(file)
        ? rolloutSteps(thing, { kind, name }, things.length > 1)
        : [],
    ),
  );
}

/**
 * Taking back is judged as the change itself was, each part of it; bringing
 * back what was deleted is judged as waking it.
 */
function actsOf(
  root: Change,
  environments: Environment[],
  deletes: boolean,
): PlannedAct[] {
  const judged = root.plan.intents.map(({ intent }) =>
    intent.startsWith('delete_') ? 'wake_environment' : intent,
  );
  const intents = judged.length > 0 ? [...new Set(judged)] : ['undo_request'];
  return environments.flatMap(home =>
    intents.map(intent => actIn(home, { intent, deletes })),
  );
}

/**
 * The content that a file gets back: what it was before or, where others have
 * changed other lines of it since, what it is now without the change.
 */
function takenBack(
  now: string | undefined,
  before: string | undefined,
  after: string | undefined,
): { content?: string; inTheWay: boolean } {
  if (now === after) {
    return { content: before, inTheWay: false };
  }
  if (now === undefined || before === undefined || after === undefined) {
    return { inTheWay: true };
  }
  const content = applyPatch(now, createTwoFilesPatch('', '', after, before));
  return content === false ? { inTheWay: true } : { content, inTheWay: false };
}

function changedSince(paths: string[], change: Change): ConflictError {
  const shown = together(paths.slice(0, 3));
  const more = paths.length - 3;
  return new ConflictError(
    more > 0
      ? say`${shown} and ${more} more have been changed since ${change.id}, so taking it back would take that back too. Nothing was changed; say what it should be instead.`
      : say`${shown} changed since ${change.id}, so taking it back would take that back too. Nothing was changed; say what it should be instead.`,
  );
}

/**
 * Files get the content back that they had before the change.
 *
 * @throws ConflictError when somebody has changed the same lines since.
 */
export async function planRestoring(
  change: Change,
  root: Change,
  context: IntentContext,
  repository: Repository,
): Promise<PlanDraft> {
  const commit = await commitOf(change, repository);
  const [before, after] = await Promise.all([
    repository.files(commit.parent),
    repository.files(commit.sha),
  ]);
  const now = context.platform.files;
  const restored = commit.paths.map(path => ({
    path,
    ...takenBack(now.get(path), before.get(path), after.get(path)),
  }));
  const later = restored.filter(({ inTheWay }) => inTheWay);
  if (later.length > 0) {
    throw changedSince(
      later.map(({ path }) => path),
      change,
    );
  }
  const edits = restored.map(({ path, content }) => ({ path, content }));
  const { things, environments, own } = touched(edits, context);
  if (environments.length === 0) {
    throw new NotFoundError(
      say`What ${change.id} changed belongs to nothing that you may see, so nothing was changed.`,
    );
  }
  const deletes = edits.some(({ content }) => content === undefined);
  const whole = own.length > 0 ? own : things;
  const names = whole.map(({ name }) => `**${name}**`);
  return {
    title: say`Undo ${change.id}: ${change.title}`,
    summary: say`I'd put ${together(names)} back to how it was before ${
      change.id
    } (${change.title}). Fine?`,
    outcome: say`${together(names)} as before ${change.id}.`,
    team: change.team,
    intents: [{ intent: 'undo_request', params: { request: change.id } }],
    targets: [
      ...new Set([
        ...things.map(({ role, name }) => `${role}/${name}`),
        ...own.map(({ name }) => `environment/${name}`),
      ]),
    ],
    values: { undoes: change.id, files: edits.length },
    edits,
    secrets: [],
    risk: environments.some(({ tier }) => tier === 'prod') ? 'medium' : 'low',
    undo: {
      days: keepDays(context),
      text: say`to have it again as it is now`,
    },
    steps: rollouts(things, edits),
    links: change.links,
    fields: [],
    confirmLabel: say`Yes, undo it`,
    acts: actsOf(root, environments, deletes),
    undoes: change.id,
  };
}
