import { forbidden } from '../resources/status';
import type { ObjectStore } from '../store/ObjectStore';
import type { KubeObject } from '../types';
import { sameJson } from '../values/json';
import { boundRules } from './bindings';
import { ruleAllows, ruleAllowsPath } from './rules';
import type { Caller, PathWish, Rule, Wish } from './types';

const READING = ['get', 'list', 'watch'];

/** Whether the caller may: by what they are, or by a role that is bound to them. */
export function may(store: ObjectStore, caller: Caller, wish: Wish): boolean {
  return (
    caller.role === 'admin' ||
    (caller.role === 'reader' && (mayRead(wish) || mayAsk(wish))) ||
    boundRules(store, caller, wish.namespace).some(rule =>
      ruleAllows(rule, wish),
    )
  );
}

/** Whether the caller may use an address that is no object's. */
export function mayUse(
  store: ObjectStore,
  caller: Caller,
  wish: PathWish,
): boolean {
  return (
    caller.role === 'admin' ||
    (caller.role === 'reader' && wish.verb === 'get') ||
    boundRules(store, caller).some(rule => ruleAllowsPath(rule, wish))
  );
}

/** All rules that hold for the caller in a namespace. */
export function rulesFor(
  store: ObjectStore,
  caller: Caller,
  namespace: string,
  resources: Array<[group: string, plural: string]>,
): Rule[] {
  const own: Record<Caller['role'], Rule[]> = {
    admin: [
      { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
      { verbs: ['*'], nonResourceURLs: ['*'] },
    ],
    reader: [...readerRules(resources)],
    none: [],
  };
  return [...own[caller.role], ...boundRules(store, caller, namespace)];
}

function mayRead({ verb, group, resource }: Wish): boolean {
  return (
    READING.includes(verb) &&
    resource !== '*' &&
    !(resource === 'secrets' && group === '')
  );
}

/** Argo CD is asked for a refresh or a sync by writing so to the Application. */
function mayAsk({ verb, group, resource, subresource }: Wish): boolean {
  return (
    verb === 'patch' &&
    group === 'argoproj.io' &&
    resource === 'applications' &&
    !subresource
  );
}

/** RBAC can't say "all but", so everything is named. */
function readerRules(resources: Array<[group: string, plural: string]>) {
  const groups = new Map<string, string[]>();
  for (const [group, plural] of resources) {
    if (group !== '' || plural !== 'secrets') {
      groups.set(group, [...(groups.get(group) ?? []), plural]);
    }
  }
  return [
    ...[...groups].map(([group, plurals]) => ({
      verbs: READING,
      apiGroups: [group],
      resources: group === '' ? [...plurals, 'pods/log'] : plurals,
    })),
    {
      verbs: ['patch'],
      apiGroups: ['argoproj.io'],
      resources: ['applications'],
    },
    { verbs: ['get'], nonResourceURLs: ['*'] },
  ];
}

/** @throws 403 in the words of RBAC */
export function authorize(
  store: ObjectStore,
  caller: Caller,
  wish: Wish,
): void {
  if (!may(store, caller, wish)) {
    throw denied(caller, wish);
  }
}

/** @throws 403 in the words of RBAC */
export function authorizePath(
  store: ObjectStore,
  caller: Caller,
  wish: PathWish,
): void {
  if (!mayUse(store, caller, wish)) {
    throw forbidden(
      { group: '', plural: '' },
      '',
      `User "${caller.name}" cannot ${wish.verb} path "${wish.path}"`,
    );
  }
}

/** The refusal that RBAC gives. */
function denied(caller: Caller, wish: Wish) {
  const { verb, group, resource, subresource, namespace, name } = wish;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  const what = subresource ? `${resource}/${subresource}` : resource;
  return forbidden(
    { group, plural: resource },
    name ?? '',
    `User "${caller.name}" cannot ${verb} resource "${what}" in API group "${group}" ${where}`,
  );
}

/** For writes: a reader may change annotations and the operation, and nothing else, unless a role says more. */
export function onlyAsking(
  store: ObjectStore,
  caller: Caller,
  wish: Wish,
): ((before: KubeObject, after: KubeObject) => void) | undefined {
  if (
    caller.role !== 'reader' ||
    boundRules(store, caller, wish.namespace).some(rule =>
      ruleAllows(rule, wish),
    )
  ) {
    return undefined;
  }
  const rest = ({ metadata, operation: _, ...others }: KubeObject) => ({
    ...others,
    metadata: {
      ...metadata,
      annotations: undefined,
      managedFields: undefined,
      resourceVersion: undefined,
      generation: undefined,
    },
  });
  return (before, after) => {
    if (!sameJson(rest(before), rest(after))) {
      throw denied(caller, wish);
    }
  };
}
