import type { Kind } from '../kinds/types';
import { checkFieldLabel } from './fieldLabels';
import { badRequest } from './status';

/** Decides about a set of labels. */
export type LabelMatch = (
  labels: Record<string, string> | undefined,
) => boolean;

interface Expression {
  key: string;
  operator: string;
  values?: string[];
}

/** A `spec.selector` of a workload: `matchLabels` and `matchExpressions`. An empty one matches everything, a missing one nothing. */
export function labelSelector(selector?: {
  matchLabels?: Record<string, string>;
  matchExpressions?: Expression[];
}): LabelMatch {
  if (!selector) {
    return () => false;
  }
  const expressions = [
    ...Object.entries(selector.matchLabels ?? {}).map(([key, value]) => ({
      key,
      operator: 'In',
      values: [value],
    })),
    ...(selector.matchExpressions ?? []),
  ];
  return labels => expressions.every(one => holds(one, labels?.[one.key]));
}

function holds({ operator, values = [] }: Expression, value?: string): boolean {
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && Number(value) > Number(values[0]);
    case 'Lt':
      return value !== undefined && Number(value) < Number(values[0]);
    default:
      return false;
  }
}

/** A list of expressions as in node affinity. */
export function matchExpressions(expressions: Expression[] = []): LabelMatch {
  return labels => expressions.every(one => holds(one, labels?.[one.key]));
}

const SETS = /^([^\s!=,()]+)\s+(in|notin)\s+\(([^()]*)\)$/;
const EQUALS = /^([^\s!=,()]+)\s*(==|=|!=)\s*([^\s!=,()]*)$/;
const EXISTS = /^(!?)\s*([^\s!=,()]+)$/;

/** The text of `?labelSelector=`: `app=web,tier in (a, b),!old`. @throws 400 when it cannot be read. */
export function parseLabelSelector(text: string): LabelMatch {
  const expressions = text
    .split(/,(?![^()]*\))/)
    .map(part => part.trim())
    .filter(Boolean)
    .map((part): Expression => {
      const set = SETS.exec(part);
      if (set) {
        return {
          key: set[1],
          operator: set[2] === 'in' ? 'In' : 'NotIn',
          values: set[3].split(',').map(value => value.trim()),
        };
      }
      const equals = EQUALS.exec(part);
      if (equals) {
        return {
          key: equals[1],
          operator: equals[2] === '!=' ? 'NotIn' : 'In',
          values: [equals[3]],
        };
      }
      const exists = EXISTS.exec(part);
      if (exists) {
        return {
          key: exists[2],
          operator: exists[1] ? 'DoesNotExist' : 'Exists',
        };
      }
      throw badRequest(
        `unable to parse requirement: found '${part}', expected: identifier or a set`,
      );
    });
  return matchExpressions(expressions);
}

/** The text of a selector, for `status.selector` of the scale subresource. */
export function selectorText(selector?: {
  matchLabels?: Record<string, string>;
  matchExpressions?: Expression[];
}): string {
  return [
    ...Object.entries(selector?.matchLabels ?? {}).map(
      ([key, value]) => `${key}=${value}`,
    ),
    ...(selector?.matchExpressions ?? []).map(({ key, operator, values }) => {
      switch (operator) {
        case 'Exists':
          return key;
        case 'DoesNotExist':
          return `!${key}`;
        default:
          return `${key} ${operator.toLowerCase()} (${values?.join(',')})`;
      }
    }),
  ].join(',');
}

/** The text of `?fieldSelector=`: `metadata.name=web,status.phase!=Failed`. @throws 400 when it cannot be read, or the kind has no such field to select by. */
export function parseFieldSelector(
  text: string,
  kind: Kind,
): (object: object) => boolean {
  const terms = text
    .split(',')
    .filter(Boolean)
    .map(part => {
      const match = /^([\w.[\]-]+)(!=|==?)(.*)$/.exec(part.trim());
      if (!match) {
        throw badRequest(
          `invalid selector: '${part}'; can't understand '${part}'`,
        );
      }
      checkFieldLabel(kind, match[1]);
      return {
        path: match[1].split('.'),
        equal: match[2] !== '!=',
        value: match[3],
      };
    });
  return object =>
    terms.every(({ path, equal, value }) => {
      let field: unknown = object;
      for (const part of path) {
        field = (field as Record<string, unknown> | undefined)?.[part];
      }
      return (String(field ?? '') === value) === equal;
    });
}
