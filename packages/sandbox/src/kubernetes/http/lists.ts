import type { Kind } from '../kinds/types';
import { badRequest, refusal } from '../resources/status';
import { parseFieldSelector, parseLabelSelector } from '../resources/selectors';
import type { KubeObject } from '../types';

/** A part of a list. */
export interface Page {
  items: KubeObject[];
  /** How to ask for the rest; '' at the end. */
  next: string;
  remaining?: number;
}

/** What `labelSelector` and `fieldSelector` of a query let through. @throws 400 */
export function selection(
  query: URLSearchParams,
  kind: Kind,
): (object: KubeObject) => boolean {
  const labels = query.get('labelSelector');
  const fields = query.get('fieldSelector');
  const byLabels = labels ? parseLabelSelector(labels) : undefined;
  const byFields = fields ? parseFieldSelector(fields, kind) : undefined;
  return object =>
    (!byLabels || byLabels(object.metadata.labels)) &&
    (!byFields || byFields(object));
}

const position = (object: KubeObject) =>
  `${object.metadata.namespace ?? ''}/${object.metadata.name}`;

/** @throws 504 when a state is asked for that is yet to come */
export function checkVersion(query: URLSearchParams, version: number): void {
  const wanted = Number(query.get('resourceVersion') ?? 0);
  if (wanted > version) {
    throw refusal(
      504,
      'Timeout',
      `Timeout: Too large resource version: ${wanted}, current: ${version}`,
      {
        causes: [
          {
            reason: 'ResourceVersionTooLarge',
            message: 'Too large resource version',
            field: '',
          },
        ],
        retryAfterSeconds: 1,
      },
    );
  }
}

/** The part of a list, ordered by namespace and name, that `limit` and `continue` ask for. @throws 400 */
export function page(
  items: KubeObject[],
  query: URLSearchParams,
  version: number,
): Page {
  const limit = Number(query.get('limit') ?? 0);
  if (!Number.isInteger(limit) || limit < 0) {
    throw badRequest('limit must be a positive number');
  }
  const token = query.get('continue');
  let rest = items;
  if (token) {
    const after = readToken(token);
    rest = items.filter(item => isAfter(item, after));
  }
  if (!limit || rest.length <= limit) {
    return { items: rest, next: '' };
  }
  const part = rest.slice(0, limit);
  const last = part[part.length - 1];
  return {
    items: part,
    next: Buffer.from(
      JSON.stringify({ v: version, after: position(last) }),
    ).toString('base64url'),
    remaining: rest.length - limit,
  };
}

function readToken(token: string): string {
  try {
    const { after } = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof after === 'string') {
      return after;
    }
  } catch {
    // said below
  }
  throw badRequest('continue key is not valid: it is not one of this server');
}

function isAfter(item: KubeObject, after: string): boolean {
  const [namespace, name] = after.split('/');
  const own = item.metadata.namespace ?? '';
  return own === namespace ? item.metadata.name > name : own > namespace;
}

/** A `PodList` or whatever the kind's list is called. */
export function listObject(
  kind: Kind,
  { items, next, remaining }: Page,
  version: number,
) {
  return {
    kind: `${kind.kind}List`,
    apiVersion: kind.apiVersion,
    metadata: {
      resourceVersion: String(version),
      ...(next && { continue: next, remainingItemCount: remaining }),
    },
    items,
  };
}
