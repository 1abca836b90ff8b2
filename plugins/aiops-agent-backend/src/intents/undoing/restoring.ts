import type { Change } from '@aiops-portal/plugin-aiops-agent-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  CommitInfo,
  Environment,
  FileEdit,
  GitRepositoryService,
  IntentContext,
  PlanDraft,
} from '@aiops-portal/plugin-aiops-agent-node';
import { keepDays } from '../drafting';
import { counted, together } from '../wording';

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
      `I can't find what ${change.id} wrote down, so nothing was changed. A platform admin can look in the repository's history.`,
    );
  }
  return { ...commit, parent: commit.parent };
}

/** The environments whose files are among the edits. */
function touched(edits: FileEdit[], context: IntentContext): Environment[] {
  const { environments, deployed } = context.platform;
  return environments.filter(environment => {
    const folders = [
      environment.path,
      ...deployed
        .filter(thing => thing.environment === environment.name)
        .map(({ path }) => path),
    ];
    return edits.some(({ path }) =>
      folders.some(folder => path.startsWith(`${folder.replace(/\/$/, '')}/`)),
    );
  });
}

/**
 * Files get the content back that they had before the change.
 *
 * @throws ConflictError when somebody has changed one of them since.
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
  const later = commit.paths.filter(path => now.get(path) !== after.get(path));
  if (later.length > 0) {
    const shown = later.slice(0, 3);
    const more = later.length > 3 ? ` and ${later.length - 3} more` : '';
    throw new ConflictError(
      `${together(shown)}${more} ${
        later.length === 1 ? 'has' : 'have'
      } been changed since ${
        change.id
      }, so taking it back would take that back too. Nothing was changed; say what it should be instead.`,
    );
  }
  const edits = commit.paths.map(path => ({ path, content: before.get(path) }));
  const environments = touched(edits, context);
  if (environments.length === 0) {
    throw new NotFoundError(
      `What ${change.id} changed belongs to nothing that you may see, so nothing was changed.`,
    );
  }
  const deletes = edits.some(({ content }) => content === undefined);
  return {
    title: `Undo ${change.id}: ${change.title}`,
    summary: `I'd put ${counted(edits.length, 'file')} of **${environments
      .map(({ name }) => name)
      .join('**, **')}** back to how they were before ${change.id}.`,
    outcome: `What ${change.id} changed is back to how it was before.`,
    team: change.team,
    intents: [{ intent: 'undo_request', params: { request: change.id } }],
    targets: environments.map(({ name }) => `environment/${name}`),
    values: { undoes: change.id, files: edits.length },
    edits,
    secrets: [],
    risk: environments.some(({ tier }) => tier === 'prod') ? 'medium' : 'low',
    undo: { days: keepDays(context), text: 'to have it again as it is now' },
    steps: [],
    links: change.links,
    fields: [],
    confirmLabel: 'Yes, undo it',
    acts: environments.map(({ name, team, tier }) => ({
      // Taking back is judged as the change itself was.
      intent: root.plan.intents[0]?.intent ?? 'undo_request',
      environment: name,
      team,
      tier,
      creates: false,
      deletes,
      access: 'team',
    })),
    undoes: change.id,
  };
}
