import type { ObjectStore } from '../store/ObjectStore';
import { may, mayUse, rulesFor } from './authorize';
import { standingGroups } from './bindings';
import { ownerOf, type Identities } from './identity';
import type { Caller, Rule } from './types';

/** What a review looks at. */
export interface Reviewing {
  store: ObjectStore;
  identities: Identities;
  caller: Caller;
  /** All kinds that are served. */
  resources: Array<[group: string, plural: string]>;
  body: any;
  /** Of a LocalSubjectAccessReview. */
  namespace?: string;
}

const AUTHORIZATION = 'authorization.k8s.io/v1';
const AUTHENTICATION = 'authentication.k8s.io/v1';

/** The reviews by the plural of their kind: each answers a question about rights or about who somebody is. */
export const REVIEWS: Record<string, (reviewing: Reviewing) => unknown> = {
  // `kubectl auth can-i`
  selfsubjectaccessreviews: reviewing =>
    accessReview('SelfSubjectAccessReview', reviewing, reviewing.caller),
  subjectaccessreviews: reviewing =>
    accessReview('SubjectAccessReview', reviewing, subject(reviewing)),
  localsubjectaccessreviews: reviewing =>
    accessReview('LocalSubjectAccessReview', reviewing, subject(reviewing)),
  // `kubectl auth can-i --list`
  selfsubjectrulesreviews: rulesReview,
  // `kubectl auth whoami`
  selfsubjectreviews: ({ caller }) => ({
    kind: 'SelfSubjectReview',
    apiVersion: AUTHENTICATION,
    metadata: { creationTimestamp: null },
    status: { userInfo: { username: caller.name, groups: caller.groups } },
  }),
  tokenreviews({ identities, body }) {
    const { token = '' } = body?.spec ?? {};
    const owner = ownerOf(identities, token);
    return {
      kind: 'TokenReview',
      apiVersion: AUTHENTICATION,
      metadata: { creationTimestamp: null },
      spec: body?.spec ?? {},
      status: owner
        ? {
            authenticated: true,
            user: { username: owner.name, groups: owner.groups },
          }
        : { user: {}, error: 'invalid bearer token' },
    };
  },
};

/** Somebody whom a review names. */
function subject({ identities, body }: Reviewing): Caller {
  const { user = '', groups = [] } = body?.spec ?? {};
  const person = identities.users.find(one => one.name === user);
  return {
    name: user,
    groups: person?.groups ?? [...groups, ...standingGroups(user)],
    role:
      person?.role ?? (groups.includes('system:masters') ? 'admin' : 'none'),
  };
}

function accessReview(
  kind: string,
  { store, body, namespace }: Reviewing,
  who: Caller,
): unknown {
  const spec = body?.spec ?? {};
  const { resourceAttributes: wish, nonResourceAttributes: path } = spec;
  const allowed = wish
    ? may(store, who, {
        verb: wish.verb ?? '*',
        group: wish.group ?? '',
        resource: wish.resource ?? '*',
        subresource: wish.subresource,
        namespace: wish.namespace ?? namespace,
        name: wish.name,
      })
    : mayUse(store, who, { verb: path?.verb ?? '', path: path?.path ?? '' });
  return {
    kind,
    apiVersion: AUTHORIZATION,
    metadata: { creationTimestamp: null, ...(namespace && { namespace }) },
    spec,
    status: { allowed },
  };
}

function rulesReview(reviewing: Reviewing): unknown {
  const { store, caller, body, resources } = reviewing;
  const rules = rulesFor(store, caller, body?.spec?.namespace ?? '', resources);
  const ofPaths = (rule: Rule) => rule.nonResourceURLs !== undefined;
  return {
    kind: 'SelfSubjectRulesReview',
    apiVersion: AUTHORIZATION,
    metadata: { creationTimestamp: null },
    spec: {},
    status: {
      resourceRules: rules.filter(rule => !ofPaths(rule)),
      nonResourceRules: rules.filter(ofPaths),
      incomplete: false,
    },
  };
}
