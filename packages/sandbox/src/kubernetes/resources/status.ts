/** Kubernetes' `Status`, the body of every refusal. */
export interface Status {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: Record<string, unknown>;
  status: 'Success' | 'Failure';
  message?: string;
  reason?: string;
  details?: {
    name?: string;
    group?: string;
    kind?: string;
    uid?: string;
    causes?: StatusCause[];
    retryAfterSeconds?: number;
  };
  code: number;
}

/** One thing that is wrong with an object, and where. */
export interface StatusCause {
  reason: string;
  message: string;
  field: string;
}

/** What a refusal speaks about: the group and plural of a kind. */
export interface Resource {
  group: string;
  plural: string;
}

/** A refusal as an API server words it. */
export class StatusError extends Error {
  override readonly name = 'StatusError';
  constructor(readonly status: Status) {
    super(status.message);
  }
  get code(): number {
    return this.status.code;
  }
  get reason(): string | undefined {
    return this.status.reason;
  }
}

/** A refusal with this code, reason and message. */
export function refusal(
  code: number,
  reason: string,
  message: string,
  details?: Status['details'],
): StatusError {
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason,
    ...(details && { details }),
    code,
  });
}

const full = ({ group, plural }: Resource) =>
  group ? `${plural}.${group}` : plural;

const about = ({ group, plural }: Resource, name: string) => ({
  ...(name && { name }),
  ...(group && { group }),
  kind: plural,
});

/** 404 for one object. */
export function notFound(resource: Resource, name: string): StatusError {
  return refusal(
    404,
    'NotFound',
    `${full(resource)} "${name}" not found`,
    about(resource, name),
  );
}

/** 404 for a path that is no resource. */
export function unknownPath(): StatusError {
  return refusal(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}

/** 409 because the name is taken. */
export function alreadyExists(resource: Resource, name: string): StatusError {
  return refusal(
    409,
    'AlreadyExists',
    `${full(resource)} "${name}" already exists`,
    about(resource, name),
  );
}

/** 409 because the object changed meanwhile, or for another cause that the message names. */
export function conflict(
  resource: Resource,
  name: string,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
): StatusError {
  return refusal(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${full(resource)} "${name}": ${why}`,
    about(resource, name),
  );
}

/** 403 by rights or by admission. */
export function forbidden(
  resource: Resource,
  name: string,
  why: string,
): StatusError {
  return refusal(
    403,
    'Forbidden',
    `${full(resource)}${name ? ` "${name}"` : ''} is forbidden: ${why}`,
    about(resource, name),
  );
}

/** 400: the request makes no sense. */
export function badRequest(message: string): StatusError {
  return refusal(400, 'BadRequest', message);
}

/** 405 for a verb that the resource doesn't have. */
export function methodNotAllowed(): StatusError {
  return refusal(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

/** 422: the object is not valid; the causes say where. */
export function invalid(
  group: string,
  kind: string,
  name: string,
  causes: StatusCause[],
): StatusError {
  const list = causes.map(cause => `${cause.field}: ${cause.message}`);
  return refusal(
    422,
    'Invalid',
    `${group ? `${kind}.${group}` : kind} "${name}" is invalid: ${
      list.length === 1 ? list[0] : `[${list.join(', ')}]`
    }`,
    { ...(name && { name }), ...(group && { group }), kind, causes },
  );
}
