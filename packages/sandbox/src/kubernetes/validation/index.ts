import type { KubeObject } from '../types';
import { invalid } from '../resources/status';
import { checkLabels, checkName, checkQualifiedKey } from './names';
import { Problems } from './types';

/** @throws 422 that names every field of the object that isn't right. */
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
  if (problems.causes.length) {
    throw invalid(
      group,
      object.kind,
      object.metadata.name ?? '',
      problems.causes,
    );
  }
  void previous;
}
