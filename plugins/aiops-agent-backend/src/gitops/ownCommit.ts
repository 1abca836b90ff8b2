import type {
  FileEdit,
  GitRepositoryService,
} from '@aiops-portal/plugin-aiops-agent-node';

/**
 * The commit that carried this request out already, if there is one. Anybody
 * may write a trailer, so that only a commit by our own committer, with the
 * plan's hash, whose files are the plan's files, is believed.
 */
export async function findOwnCommit(
  repository: GitRepositoryService,
  request: { id: string; planHash: string; edits: FileEdit[] },
): Promise<string | undefined> {
  const wanted = new Map(request.edits.map(edit => [edit.path, edit.content]));
  for (const commit of await repository.findByTrailer(
    'Request-Id',
    request.id,
  )) {
    if (
      commit.committerEmail !== repository.committerEmail ||
      commit.trailers['Plan-Hash'] !== request.planHash ||
      !commit.paths.every(path => wanted.has(path))
    ) {
      continue;
    }
    const files = await repository.files(commit.sha);
    if ([...wanted].every(([path, content]) => files.get(path) === content)) {
      return commit.sha;
    }
  }
  return undefined;
}
