import { parse } from 'yaml';
import type { KubeObject } from '../kubernetes/types';
import { isObject } from '../kubernetes/values/json';
import {
  fillAll,
  generate,
  type Fill,
  type Generator,
  type Parameters,
} from './generators';
import { fillGoTemplate, fillPlainTemplate, normalize } from './goTemplate';
import type { Tree } from './manifests';
import { ARGOCD_API, FINALIZER } from './names';

/**
 * The Applications that an ApplicationSet describes, without status.
 *
 * @throws Error when a generator or a template can't be used.
 */
export function expand(set: KubeObject, tree: Tree): KubeObject[] {
  const { spec, metadata } = set;
  const fill: Fill = (text, { values, flat }) =>
    spec.goTemplate
      ? fillGoTemplate(text, values)
      : fillPlainTemplate(text, flat);
  const generators: Generator[] = spec.generators ?? [];
  const applications = generate(generators, tree, fill).map(parameters => {
    const filled = fillAll(spec.template, text => fill(text, parameters));
    return toApplication(set, patched(filled, spec.templatePatch, parameters));
  });
  const names = applications.map(application => application.metadata.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Error(
      `ApplicationSet ${metadata.name} contains applications with duplicate name: ${twice}`,
    );
  }
  return applications;
}

function patched(
  filled: any,
  patch: string | undefined,
  { values }: Parameters,
): any {
  const text = patch && fillGoTemplate(patch, values).trim();
  return text ? merge(filled, parse(text)) : filled;
}

function merge(target: any, patch: any): any {
  if (!isObject(patch)) {
    return patch;
  }
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[key];
    } else {
      merged[key] = merge(merged[key], value);
    }
  }
  return merged;
}

function toApplication(
  set: KubeObject,
  { metadata = {}, spec }: any,
): KubeObject {
  const keep = set.spec.syncPolicy?.preserveResourcesOnDeletion;
  return {
    apiVersion: ARGOCD_API,
    kind: 'Application',
    metadata: {
      name: normalize(metadata.name ?? ''),
      namespace: set.metadata.namespace,
      ...(metadata.labels && { labels: metadata.labels }),
      ...(metadata.annotations && { annotations: metadata.annotations }),
      finalizers: metadata.finalizers ?? (keep ? [] : [FINALIZER]),
      ownerReferences: [
        {
          apiVersion: set.apiVersion,
          kind: set.kind,
          name: set.metadata.name,
          uid: set.metadata.uid ?? '',
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec,
  };
}
