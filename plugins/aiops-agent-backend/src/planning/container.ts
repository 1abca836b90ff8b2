import type { Workload } from '@aiops-portal/plugin-aiops-agent-node';
import { isMap, isSeq, type Document } from 'yaml';
import type { Path } from './documents';

/**
 * Where the containers of a kind's pods are written; undefined for a Job,
 * whose pods keep what they were made with.
 */
export function containersPath(kind: Workload['kind']): Path | undefined {
  const pod = ['template', 'spec', 'containers'];
  switch (kind) {
    case 'Job':
      return undefined;
    case 'CronJob':
      return ['spec', 'jobTemplate', 'spec', ...pod];
    default:
      return ['spec', ...pod];
  }
}

/** The container that people mean, which is the one that kubectl takes. */
export function mainContainer(document: Document, path: Path): number {
  const containers = document.getIn(path);
  const items = isSeq(containers) ? containers.items : [];
  const named = document.getIn([
    ...path.slice(0, -2),
    'metadata',
    'annotations',
    'kubectl.kubernetes.io/default-container',
  ]);
  const index = items.findIndex(
    item => named !== undefined && isMap(item) && item.get('name') === named,
  );
  return Math.max(0, index);
}
