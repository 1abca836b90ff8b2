import type { ServiceAccountTokens } from '../access';
import { evict } from '../resources/eviction';
import type { Resources, WriteOptions } from '../resources/Resources';
import { conflict } from '../resources/status';
import type { Route } from './route';
import { rescale, scaleOf } from './scale';

/** A write to a subresource that is something other than a part of its object. */
interface SubresourceWrite {
  resources: Resources;
  route: Route;
  body: any;
  options: WriteOptions;
  serviceAccounts: ServiceAccountTokens;
  /** The content type of a patch; undefined for other writes. */
  patchType?: string;
}

const done = {
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Success',
  code: 201,
};

/** By the name of the subresource: what it does and answers. */
export const subresourceWrites: Record<
  string,
  ((write: SubresourceWrite) => { code: number; answer: unknown }) | undefined
> = {
  scale({ resources, route, body, options, patchType }) {
    const scaled = rescale(resources, route, body, patchType, options);
    return { code: 200, answer: scaleOf(scaled) };
  },
  eviction({ resources, route, body, options }) {
    const { dryRun, ...rest } = body?.deleteOptions ?? {};
    evict(resources, route.namespace, route.name, {
      ...rest,
      dryRun: options.dryRun || Boolean(dryRun?.includes('All')),
    });
    return { code: 201, answer: done };
  },
  token({ resources, route, body, serviceAccounts }) {
    const account = resources.get(route.kind, route.namespace, route.name);
    return { code: 201, answer: serviceAccounts.issue(account, body) };
  },
  // What a scheduler of one's own does.
  binding({ resources, route, body, options }) {
    const { kind, namespace, name } = route;
    resources.update(
      kind,
      namespace,
      name,
      pod => {
        if (pod.spec.nodeName) {
          throw conflict(
            { group: '', plural: 'pods/binding' },
            name,
            `pod ${name} is already assigned to node "${pod.spec.nodeName}"`,
          );
        }
        return {
          ...pod,
          spec: { ...pod.spec, nodeName: body?.target?.name },
        };
      },
      options,
    );
    return { code: 201, answer: done };
  },
};
