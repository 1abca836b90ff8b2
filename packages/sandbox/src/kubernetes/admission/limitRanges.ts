import { forbidden } from '../resources/status';
import { quantity } from '../values/quantity';
import type { AdmissionPlugin } from './types';

/** Gives containers the defaults of their namespace's LimitRanges and holds them to its bounds. */
export const limitRanges: AdmissionPlugin = ({
  kind,
  object,
  operation,
  store,
}) => {
  if (operation !== 'create') {
    return;
  }
  const ranges = store
    .list('v1/LimitRange', object.metadata.namespace)
    .flatMap(range => range.spec?.limits ?? []);
  if (!ranges.length) {
    return;
  }
  const problems: string[] = [];
  if (kind.kind === 'Pod' && kind.group === '') {
    const containers = [
      ...(object.spec.initContainers ?? []),
      ...object.spec.containers,
    ];
    for (const range of ranges.filter((one: any) => one.type === 'Container')) {
      containers.forEach(container => fill(container, range));
      containers.forEach(({ resources }) =>
        problems.push(...outOfBounds(resources, range)),
      );
    }
  } else if (kind.kind === 'PersistentVolumeClaim') {
    for (const range of ranges) {
      if (range.type === 'PersistentVolumeClaim') {
        problems.push(
          ...outOfBounds({ requests: object.spec.resources?.requests }, range),
        );
      }
    }
  }
  if (problems.length === 1) {
    throw forbidden(kind, object.metadata.name, problems[0]);
  }
  if (problems.length) {
    throw forbidden(kind, object.metadata.name, `[${problems.join(', ')}]`);
  }
};

function fill(container: any, range: any): void {
  const { limits, requests } = container.resources;
  const allLimits = { ...range.default, ...limits };
  // A limit of one's own without a request is the request too: that happened when defaults were applied.
  const allRequests = { ...range.defaultRequest, ...requests };
  if (Object.keys(allLimits).length) {
    container.resources.limits = allLimits;
  }
  if (Object.keys(allRequests).length) {
    container.resources.requests = allRequests;
  }
}

function outOfBounds(resources: any, range: any): string[] {
  const problems: string[] = [];
  for (const [name, least] of Object.entries(range.min ?? {})) {
    const asked = resources.requests?.[name];
    if (asked === undefined) {
      problems.push(
        `minimum ${name} usage per ${range.type} is ${least}.  No request is specified`,
      );
    } else if (quantity(asked) < quantity(least)) {
      problems.push(
        `minimum ${name} usage per ${range.type} is ${least}, but request is ${asked}`,
      );
    }
  }
  for (const [name, most] of Object.entries(range.max ?? {})) {
    const limited = resources.limits?.[name];
    const asked = resources.requests?.[name];
    if (limited === undefined && range.type === 'Container') {
      problems.push(
        `maximum ${name} usage per ${range.type} is ${most}.  No limit is specified`,
      );
    } else if (limited !== undefined && quantity(limited) > quantity(most)) {
      problems.push(
        `maximum ${name} usage per ${range.type} is ${most}, but limit is ${limited}`,
      );
    } else if (quantity(asked) > quantity(most)) {
      problems.push(
        `maximum ${name} usage per ${range.type} is ${most}, but request is ${asked}`,
      );
    }
  }
  return problems;
}
