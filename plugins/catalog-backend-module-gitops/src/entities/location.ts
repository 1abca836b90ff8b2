import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_VIEW_URL,
} from '@backstage/catalog-model';
import type { EntityOptions } from './types';

/** What every entity of the repository says that it comes from. */
export const ORIGIN = 'gitops:k8s-manifests';

/** Annotations that say where a thing is written. */
export function locationAnnotations(
  path: string,
  options: EntityOptions,
): Record<string, string> {
  const url = options.fileUrl(path);
  return {
    [ANNOTATION_ORIGIN_LOCATION]: ORIGIN,
    [ANNOTATION_LOCATION]: url ? `url:${url}` : `gitops:${path}`,
    ...(url ? { [ANNOTATION_VIEW_URL]: url, [ANNOTATION_EDIT_URL]: url } : {}),
  };
}
