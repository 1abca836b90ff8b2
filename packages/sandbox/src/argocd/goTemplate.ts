/** A template can't be read or filled in. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

type Values = Record<string, unknown>;

interface Scope {
  values: Values;
  /** By name, with the `$`. */
  variables: Map<string, unknown>;
}

type Call = (...args: any[]) => unknown;

const FUNCTIONS: Record<string, Call> = {
  eq: (a, ...others) => others.some(b => a === b),
  ne: (a, b) => a !== b,
  not: a => !truthy(a),
  and: (...all) => all.find(one => !truthy(one)) ?? all.at(-1),
  or: (...all) => all.find(truthy) ?? all.at(-1),
  index: (list, ...keys) => keys.reduce((value, key) => value?.[key], list),
  lower: text => String(text).toLowerCase(),
  upper: text => String(text).toUpperCase(),
  quote: text => JSON.stringify(String(text)),
  toJson: value => JSON.stringify(value),
  normalize: text => normalize(String(text)),
  trimSuffix: (end, text) =>
    String(text).endsWith(end)
      ? String(text).slice(0, -String(end).length)
      : text,
  trimPrefix: (start, text) =>
    String(text).startsWith(start)
      ? String(text).slice(String(start).length)
      : text,
  hasSuffix: (end, text) => String(text).endsWith(end),
  hasPrefix: (start, text) => String(text).startsWith(start),
  contains: (part, text) => String(text).includes(part),
  default: (fallback, value) => (truthy(value) ? value : fallback),
  has: (item, list) => Array.isArray(list) && list.includes(item),
  list: (...items) => items,
  dig: (...args) => {
    const value = args
      .slice(0, -2)
      .reduce((found, key) => found?.[key], args.at(-1));
    return value ?? args.at(-2);
  },
};

/**
 * Fills in a Go template as ApplicationSets use it: fields, the usual
 * functions, pipes, variables and conditions. Missing fields are errors, as with
 * `missingkey=error`, unless `default` or a condition asks for them.
 *
 * @throws TemplateError
 */
export function fillGoTemplate(template: string, values: Values): string {
  const parts = split(template);
  const { text, rest } = run(parts, { values, variables: new Map() }, true);
  if (rest.length) {
    throw new TemplateError('unexpected {{end}} or {{else}}');
  }
  return text;
}

/** The older form: `{{path.basename}}` is a name of a value and nothing else; unknown ones stay. */
export function fillPlainTemplate(
  template: string,
  flat: Record<string, string>,
): string {
  return template.replace(
    /\{\{\s*([\w.[\]-]+)\s*\}\}/g,
    (whole, name) => flat[name] ?? whole,
  );
}

/** A name that Kubernetes accepts, made of any text. */
export function normalize(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, '-')
    .slice(0, 253)
    .replace(/^[-.]+|[-.]+$/g, '');
}

type Part = { text: string } | { action: string };

function split(template: string): Part[] {
  const parts: Part[] = [];
  let last = 0;
  let trimNext = false;
  for (const match of template.matchAll(/\{\{(- )?([^]*?)( -)?\}\}/g)) {
    const text = template.slice(last, match.index);
    const left = trimNext ? text.trimStart() : text;
    parts.push(
      { text: match[1] ? left.trimEnd() : left },
      { action: match[2].trim() },
    );
    trimNext = Boolean(match[3]);
    last = match.index + match[0].length;
  }
  const text = template.slice(last);
  parts.push({ text: trimNext ? text.trimStart() : text });
  return parts;
}

/** Runs parts up to the `{{else}}` or `{{end}}` that belongs to the caller. */
function run(
  parts: Part[],
  scope: Scope,
  active: boolean,
): { text: string; rest: Part[] } {
  let text = '';
  let rest = parts;
  while (rest.length) {
    const [part, ...after] = rest;
    if ('text' in part) {
      text += active ? part.text : '';
      rest = after;
      continue;
    }
    if (/^(end|else)\b/.test(part.action)) {
      return { text, rest };
    }
    const condition = /^if\s+([^]+)$/.exec(part.action);
    if (condition) {
      const branch = conditional(condition[1], after, scope, active);
      text += branch.text;
      rest = branch.rest;
      continue;
    }
    const assignment = /^(\$\w+)\s*:?=\s*([^]+)$/.exec(part.action);
    if (assignment) {
      if (active) {
        scope.variables.set(
          assignment[1],
          pipeline(assignment[2], scope, true),
        );
      }
      rest = after;
      continue;
    }
    if (active && !part.action.startsWith('/*')) {
      text += print(pipeline(part.action, scope, true));
    }
    rest = after;
  }
  return { text, rest };
}

function conditional(
  condition: string,
  parts: Part[],
  scope: Scope,
  active: boolean,
): { text: string; rest: Part[] } {
  const chosen = active && truthy(pipeline(condition, scope, false));
  const yes = run(parts, scope, chosen);
  const [stop, ...after] = yes.rest;
  if (!stop || 'text' in stop) {
    throw new TemplateError('{{if}} without {{end}}');
  }
  if (stop.action === 'end') {
    return { text: yes.text, rest: after };
  }
  const other = /^else\s+if\s+([^]+)$/.exec(stop.action);
  if (other) {
    const branch = conditional(other[1], after, scope, active && !chosen);
    return { text: yes.text + branch.text, rest: branch.rest };
  }
  const no = run(after, scope, active && !chosen);
  return { text: yes.text + no.text, rest: no.rest.slice(1) };
}

function pipeline(source: string, scope: Scope, strict: boolean): unknown {
  const stages = splitTopLevel(source, '|');
  const lenient =
    !strict ||
    stages.slice(1).some(stage => stage.trim().startsWith('default'));
  return stages.reduce<unknown[]>(
    (piped, stage) => [
      call(splitTopLevel(stage.trim(), ' '), piped, scope, !lenient),
    ],
    [],
  )[0];
}

function call(
  words: string[],
  piped: unknown[],
  scope: Scope,
  strict: boolean,
): unknown {
  const [first, ...others] = words;
  const given = () => [
    ...others.map(word => operand(word, scope, strict)),
    ...piped,
  ];
  if (Object.hasOwn(FUNCTIONS, first)) {
    return FUNCTIONS[first](...given());
  }
  if (others.length || piped.length) {
    throw new TemplateError(`function "${first}" not defined`);
  }
  return operand(first, scope, strict);
}

function operand(word: string, scope: Scope, strict: boolean): unknown {
  if (word.startsWith('(') && word.endsWith(')')) {
    return pipeline(word.slice(1, -1), scope, strict);
  }
  if (/^"|^`/.test(word)) {
    return word.startsWith('"') ? JSON.parse(word) : word.slice(1, -1);
  }
  if (/^-?\d+$/.test(word)) {
    return Number(word);
  }
  if (word === 'true' || word === 'false') {
    return word === 'true';
  }
  const [start, ...fields] = word.split('.');
  if (start && start !== '$' && !scope.variables.has(start)) {
    throw new TemplateError(
      start.startsWith('$')
        ? `undefined variable "${start}"`
        : `function "${word}" not defined`,
    );
  }
  let value: unknown =
    start && start !== '$' ? scope.variables.get(start) : scope.values;
  for (const field of fields.filter(Boolean)) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, field)
        ? (value as Values)[field]
        : undefined;
    if (value === undefined && strict) {
      throw new TemplateError(`map has no entry for key "${field}"`);
    }
  }
  return value;
}

/** Splits outside of quotes and parentheses. */
function splitTopLevel(source: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const token of source.match(/"(?:\\.|[^"\\])*"|`[^`]*`|[^]/g) ?? []) {
    depth += Number(token === '(') - Number(token === ')');
    if (depth === 0 && token === separator) {
      parts.push('');
    } else {
      parts[parts.length - 1] += token;
    }
  }
  return parts.filter(part => part.trim());
}

function truthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function print(value: unknown): string {
  return typeof value === 'object'
    ? JSON.stringify(value)
    : String(value ?? '<no value>');
}
