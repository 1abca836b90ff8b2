import { InputError } from '@backstage/errors';
// js-yaml reads ten times as fast as the library that edits are made with,
// and a repository has a thousand files.
import yaml from 'js-yaml';

/** A Kubernetes object as it is written in a file. */
export interface Manifest {
  /** `group/version`, or the version alone. */
  apiVersion: string;
  kind: string;
  name: string;
  namespace?: string;
  annotations: Record<string, string>;
  /** The whole object. */
  body: Record<string, unknown>;
}

/** YAML 1.2 as kubectl has it: with merge keys, dates stay text. */
const SCHEMA = yaml.CORE_SCHEMA.extend({
  implicit: [
    new yaml.Type('tag:yaml.org,2002:merge', {
      kind: 'scalar',
      resolve: (key: unknown) => key === '<<',
    }),
  ],
});

/**
 * Reads every Kubernetes object in a YAML file, those of a `List` included.
 * Documents that are no objects of Kubernetes are passed over.
 *
 * @throws InputError with the line when it is not YAML.
 */
export function parseManifests(text: string): Manifest[] {
  let documents: unknown[];
  try {
    documents = yaml.loadAll(text, undefined, { schema: SCHEMA });
  } catch (error) {
    if (error instanceof yaml.YAMLException) {
      const line = error.mark ? ` in line ${error.mark.line + 1}` : '';
      throw new InputError(`It is not valid YAML${line}: ${error.reason}`);
    }
    throw error;
  }
  return documents.flatMap(document => {
    const body = asRecord(document);
    const items =
      asText(body.kind)?.endsWith('List') && Array.isArray(body.items)
        ? body.items
        : [body];
    return items.map(asRecord).flatMap(toManifest);
  });
}

function toManifest(body: Record<string, unknown>): Manifest[] {
  const metadata = asRecord(body.metadata);
  const kind = asText(body.kind);
  const name = asText(metadata.name);
  if (!kind || !name) {
    return [];
  }
  return [
    {
      apiVersion: asText(body.apiVersion) ?? '',
      kind,
      name,
      namespace: asText(metadata.namespace),
      annotations: Object.fromEntries(
        Object.entries(asRecord(metadata.annotations)).flatMap(
          ([key, value]) => {
            const text = asText(value);
            return text === undefined ? [] : [[key, text]];
          },
        ),
      ),
      body,
    },
  ];
}

/** A mapping, or an empty one for anything else. */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** The mappings of a list, none for anything else. */
export function asRecords(value: unknown): Array<Record<string, unknown>> {
  return Array.isArray(value) ? value.map(asRecord) : [];
}

/** Text that says something; numbers and truth values as text. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A field deep within mappings. */
export function field(body: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((value, key) => asRecord(value)[key], body);
}
