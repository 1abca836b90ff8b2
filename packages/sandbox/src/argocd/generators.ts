import { parse } from 'yaml';
import { isObject } from '../kubernetes/values/json';
import { matchesGlob } from './glob';
import { normalize } from './goTemplate';
import type { Tree } from './manifests';

/** What one generated Application is made from, in both forms of templates. */
export interface Parameters {
  /** For Go templates: `.path.basename`. */
  values: Record<string, unknown>;
  /** For the older form: `path.basename`. */
  flat: Record<string, string>;
}

interface Pattern {
  path: string;
  exclude?: boolean;
}

/** The generators of an ApplicationSet that the sandbox has. */
export interface Generator {
  git?: {
    repoURL: string;
    directories?: Pattern[];
    files?: Pattern[];
    /** Puts `path` below a field of this name. */
    pathParamPrefix?: string;
  };
  list?: { elements?: Array<Record<string, unknown>> };
  /** Each of the first with each of the second, which may use what the first gave. */
  matrix?: { generators: Generator[] };
}

/** Fills one set of parameters into a template. */
export type Fill = (template: string, parameters: Parameters) => string;

/** The parameter sets of all generators, in a stable order. @throws Error for generators that the sandbox lacks. */
export function generate(
  generators: Generator[],
  tree: Tree,
  fill: Fill,
): Parameters[] {
  return generators.flatMap(generator => {
    const {
      list,
      matrix,
      git = {} as NonNullable<Generator['git']>,
    } = generator;
    if (list) {
      return (list.elements ?? []).map(values => ({
        values,
        flat: flatten(values),
      }));
    }
    if (matrix) {
      return combine(matrix.generators, tree, fill);
    }
    const prefix = git.pathParamPrefix;
    if (git.directories) {
      return chosen(folders(tree), git.directories).map(path =>
        pathParameters(path, prefix),
      );
    }
    if (git.files) {
      return chosen([...tree.keys()], git.files).map(file =>
        fileParameters(file, tree, prefix),
      );
    }
    throw new Error(
      `the sandbox has no generator ${
        Object.keys(generator).join(', ') || 'without a kind'
      }`,
    );
  });
}

function combine(
  [first, second, ...more]: Generator[],
  tree: Tree,
  fill: Fill,
): Parameters[] {
  if (!first || !second || more.length) {
    throw new Error('Matrix must have two generators');
  }
  return generate([first], tree, fill).flatMap(one => {
    const filled = fillAll(second, text => fill(text, one));
    return generate([filled], tree, fill).map(other => ({
      values: { ...one.values, ...other.values },
      flat: { ...one.flat, ...other.flat },
    }));
  });
}

/** Fills every text of a value, names of fields included. */
export function fillAll<T>(value: T, fill: (text: string) => string): T {
  if (typeof value === 'string') {
    return fill(value) as T;
  }
  if (Array.isArray(value)) {
    return value.map(item => fillAll(item, fill)) as T;
  }
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [
        fill(key),
        fillAll(field, fill),
      ]),
    ) as T;
  }
  return value;
}

function folders(tree: Tree): string[] {
  const found = new Set<string>();
  for (const path of tree.keys()) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth++) {
      found.add(parts.slice(0, depth).join('/'));
    }
  }
  return [...found];
}

function chosen(paths: string[], patterns: Pattern[]): string[] {
  const any = (path: string, exclude: boolean) =>
    patterns.some(
      pattern =>
        Boolean(pattern.exclude) === exclude && matchesGlob(pattern.path, path),
    );
  return paths.filter(path => any(path, false) && !any(path, true)).sort();
}

function pathParameters(
  path: string,
  prefix?: string,
  more: Record<string, string> = {},
): Parameters {
  const segments = path.split('/');
  const basename = segments.at(-1) ?? '';
  const named = { basename, basenameNormalized: normalize(basename), ...more };
  const values = { path: { path, segments, ...named } };
  const flat = {
    path,
    ...Object.fromEntries(
      Object.entries(named).map(([key, text]) => [`path.${key}`, text]),
    ),
    ...Object.fromEntries(
      segments.map((segment, i) => [`path[${i}]`, segment]),
    ),
  };
  return prefix
    ? {
        values: { [prefix]: values },
        flat: Object.fromEntries(
          Object.entries(flat).map(([key, text]) => [`${prefix}.${key}`, text]),
        ),
      }
    : { values, flat };
}

function fileParameters(file: string, tree: Tree, prefix?: string): Parameters {
  const segments = file.split('/');
  const filename = segments.pop() ?? '';
  const content = parse(tree.get(file) ?? '');
  const path = pathParameters(segments.join('/'), prefix, {
    filename,
    filenameNormalized: normalize(filename),
  });
  return {
    values: { ...content, ...path.values },
    flat: { ...flatten(content), ...path.flat },
  };
}

function flatten(value: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value ?? {}).flatMap(([key, field]) =>
      typeof field === 'object' && field !== null
        ? Object.entries(flatten(field, `${prefix}${key}.`))
        : [[`${prefix}${key}`, String(field)]],
    ),
  );
}
