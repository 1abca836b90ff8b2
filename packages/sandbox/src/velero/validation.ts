import type { ClusterApi, KubeObject } from '../kubernetes/types';
import { locationFor } from './locations';

/** What keeps a backup from being made, in Velero's words, and where it goes. */
export function validateBackup(
  cluster: ClusterApi,
  { spec = {} }: KubeObject,
): { location: string; problems: string[] } {
  const { name, problem } = locationFor(cluster, spec.storageLocation);
  return {
    location: name,
    problems: [
      ...overlaps('resource', spec.includedResources, spec.excludedResources),
      ...overlaps(
        'namespace',
        spec.includedNamespaces,
        spec.excludedNamespaces,
      ),
      ...(problem ? [problem] : []),
      ...(spec.labelSelector && spec.orLabelSelectors
        ? [
            'encountered labelSelector as well as orLabelSelectors in backup spec, only one can be specified',
          ]
        : []),
    ],
  };
}

function overlaps(
  what: string,
  included: string[] = [],
  excluded: string[] = [],
): string[] {
  const problems = [];
  if (included.length > 1 && included.includes('*')) {
    problems.push(
      "includes list must either contain '*' only, or a non-empty list of items",
    );
  }
  if (excluded.includes('*')) {
    problems.push("excludes list cannot contain '*'");
  }
  problems.push(
    ...excluded
      .filter(item => included.includes(item))
      .map(
        item =>
          `excludes list cannot contain an item in the includes list: ${item}`,
      ),
  );
  return problems.map(
    problem => `Invalid included/excluded ${what} lists: ${problem}`,
  );
}
