import type { PathWish, Rule, Wish } from './types';

/** Whether a rule allows it, as RBAC reads rules. */
export function ruleAllows(rule: Rule, wish: Wish): boolean {
  const { verb, group, resource, subresource, name } = wish;
  return (
    holds(rule.verbs, verb) &&
    holds(rule.apiGroups, group) &&
    namesResource(rule.resources ?? [], resource, subresource) &&
    (!rule.resourceNames?.length ||
      (name !== undefined && rule.resourceNames.includes(name)))
  );
}

/** Whether a rule allows it on an address: an exact one, or all that begin as one that ends with `*`. */
export function ruleAllowsPath(rule: Rule, { verb, path }: PathWish): boolean {
  return (
    holds(rule.verbs, verb) &&
    (rule.nonResourceURLs ?? []).some(one =>
      one.endsWith('*') ? path.startsWith(one.slice(0, -1)) : path === one,
    )
  );
}

function holds(list: string[] | undefined, value: string): boolean {
  return Boolean(list?.includes('*') || list?.includes(value));
}

function namesResource(
  list: string[],
  resource: string,
  subresource?: string,
): boolean {
  const full = subresource ? `${resource}/${subresource}` : resource;
  return list.some(
    one =>
      one === '*' ||
      one === full ||
      (subresource !== undefined &&
        subresource !== '' &&
        one === `*/${subresource}`),
  );
}
