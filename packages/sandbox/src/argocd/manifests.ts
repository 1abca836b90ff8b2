import { parseAllDocuments, type Document } from 'yaml';
import type { KubeObject } from '../kubernetes/types';
import { matchesGlob } from './glob';
import type { Source } from './types';

/** The files of the repository at one commit, by path. */
export type Tree = ReadonlyMap<string, string>;

/** The manifests of a folder cannot be had; the message is what Argo CD would say. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

const MANIFEST = /\.(ya?ml|json)$/;

/**
 * The objects that the plain manifests of a folder describe.
 *
 * @throws ManifestError when the folder isn't there or a file can't be read.
 */
export function readManifests(tree: Tree, source: Source): KubeObject[] {
  const folder = (source.path ?? '.')
    .replace(/^\.?\/+|\/+$/g, '')
    .replace(/^\.$/, '');
  const prefix = folder ? `${folder}/` : '';
  const names = [...tree.keys()]
    .filter(path => path.startsWith(prefix))
    .map(path => path.slice(prefix.length));
  if (!names.length) {
    throw new ManifestError(`${source.path}: app path does not exist`);
  }
  const tool = names.find(
    name => name === 'Chart.yaml' || name === 'kustomization.yaml',
  );
  if (tool) {
    throw new ManifestError(
      `${prefix}${tool}: the sandbox applies plain manifests only`,
    );
  }
  const { recurse, include, exclude } = source.directory ?? {};
  return names
    .filter(name => MANIFEST.test(name) && (recurse || !name.includes('/')))
    .filter(name => !include || matchesGlob(include, name))
    .filter(name => !exclude || !matchesGlob(exclude, name))
    .sort()
    .flatMap(name =>
      parseManifest(prefix + name, tree.get(prefix + name) ?? ''),
    );
}

/** The objects in one file. @throws ManifestError */
export function parseManifest(path: string, text: string): KubeObject[] {
  const documents = parseAllDocuments(text, {
    // As Go's reader of Kubernetes manifests has it: YAML 1.1 without times.
    version: '1.1',
    customTags: tags =>
      tags.filter(
        tag =>
          typeof tag === 'string' ||
          (tag.tag !== 'tag:yaml.org,2002:timestamp' && tag.format !== 'TIME'),
      ),
  });
  return documents.flatMap(document => toObjects(path, document));
}

function toObjects(path: string, document: Document.Parsed): KubeObject[] {
  const [problem] = document.errors;
  if (problem) {
    throw new ManifestError(
      `Failed to unmarshal "${path}": ${problem.message.split('\n')[0]}`,
    );
  }
  let value;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new ManifestError(
      `Failed to unmarshal "${path}": ${(error as Error).message}`,
    );
  }
  if (value === null || value === undefined) {
    return [];
  }
  if (value.kind === 'List' && Array.isArray(value.items)) {
    return value.items.map((item: unknown) => checked(path, item));
  }
  return [checked(path, value)];
}

function checked(path: string, value: any): KubeObject {
  for (const field of ['kind', 'apiVersion']) {
    if (typeof value?.[field] !== 'string' || !value[field]) {
      throw new ManifestError(
        `Failed to unmarshal "${path}": Object '${field}' is missing`,
      );
    }
  }
  if (typeof value.metadata?.name !== 'string' || !value.metadata.name) {
    throw new ManifestError(
      `Failed to unmarshal "${path}": ${value.kind} has no metadata.name`,
    );
  }
  return value;
}
