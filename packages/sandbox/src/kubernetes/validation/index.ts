import { invalid } from '../resources/status';
import type { KubeObject } from '../types';
import { checkLabels, checkName, checkQualifiedKey } from './names';
import { OTHER_CHECKS } from './others';
import { Problems } from './types';
import { WORKLOAD_CHECKS } from './workloads';

/** @throws 422 that names every field of the object that isn't right, or may not change */
export function validate(
  group: string,
  object: KubeObject,
  previous?: KubeObject,
): void {
  const problems = new Problems();
  checkName(problems, object);
  checkLabels(problems, 'metadata.labels', object.metadata.labels);
  for (const key of Object.keys(object.metadata.annotations ?? {})) {
    checkQualifiedKey(problems, 'metadata.annotations', key.toLowerCase());
  }
  if (previous?.metadata.deletionTimestamp) {
    const held = previous.metadata.finalizers ?? [];
    const added = (object.metadata.finalizers ?? []).filter(
      one => !held.includes(one),
    );
    if (added.length) {
      problems.forbidden(
        'metadata.finalizers',
        `no new finalizers can be added if the object is being deleted, found new finalizers []string{${added
          .map(one => JSON.stringify(one))
          .join(', ')}}`,
      );
    }
  }
  const kind = `${object.apiVersion}/${object.kind}`;
  const check = WORKLOAD_CHECKS[kind] ?? OTHER_CHECKS[kind];
  if (check && object.metadata.deletionTimestamp === undefined) {
    const needsSpec = WORKLOAD_CHECKS[kind] !== undefined;
    if (needsSpec && !object.spec) {
      problems.required('spec');
    } else {
      check(problems, object, previous);
    }
  }
  if (problems.causes.length) {
    throw invalid(
      group,
      object.kind,
      object.metadata.name ?? '',
      problems.causes,
    );
  }
}
