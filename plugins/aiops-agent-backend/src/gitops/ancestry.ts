import type { GitRepositoryService } from '@aiops-portal/plugin-aiops-agent-node';

const REMEMBERED = 1000;

/**
 * Whether a commit is another's ancestor, asked of Git once for each head:
 * workers ask it at every change of the cluster.
 */
export function rememberAncestry(
  repository: Pick<GitRepositoryService, 'head' | 'isAncestor'>,
): (ancestor: string, descendant: string) => Promise<boolean> {
  const answers = new Map<string, Promise<boolean>>();
  return async (ancestor, descendant) => {
    if (ancestor === descendant) {
      return true;
    }
    // A commit that isn't known yet may come with the next head.
    const key = `${ancestor} ${descendant} ${await repository.head()}`;
    const known = answers.get(key);
    if (known) {
      return known;
    }
    if (answers.size >= REMEMBERED) {
      answers.clear();
    }
    const answer = repository.isAncestor(ancestor, descendant);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}
