import { timestamp } from '../resources/time';
import type { KubeObject } from '../types';
import { sameJson } from '../values/json';
import { OUTSIDE } from './ingress';
import { isReady } from './pods';
import {
  fromKey,
  keyOf,
  ownedByController,
  type Controller,
  type ControllerContext,
} from './types';
import { hashSuffix } from '../values/random';

/** Keeps the Endpoints and the EndpointSlice of every Service that selects pods. */
export function serviceController({
  resources,
  store,
  clock,
}: ControllerContext): Controller {
  const kind = resources.kinds.find('v1', 'Service')!;
  const endpointsKind = resources.kinds.find('v1', 'Endpoints')!;
  const sliceKind = resources.kinds.find(
    'discovery.k8s.io/v1',
    'EndpointSlice',
  )!;

  const write = (
    target: typeof kind,
    namespace: string,
    name: string,
    wanted: any,
  ) => {
    const current = store.get(target.storage, namespace, name);
    if (!current) {
      resources.create(target, namespace, wanted);
      return;
    }
    const next = {
      ...current,
      ...wanted,
      metadata: { ...current.metadata, ...wanted.metadata },
    };
    const bare = ({ metadata, ...rest }: KubeObject) => ({
      ...rest,
      labels: metadata.labels,
    });
    if (!sameJson(bare(current), bare(next))) {
      resources.update(target, namespace, name, one => ({
        ...one,
        ...wanted,
        metadata: { ...one.metadata, ...wanted.metadata },
      }));
    }
  };

  return {
    name: 'service',
    concerns({ type, kind: changed, object, previous }) {
      if (changed === kind.storage) {
        return [keyOf(object)];
      }
      if (changed !== 'v1/Pod') {
        return [];
      }
      const relevant =
        !previous ||
        isReady(previous) !== isReady(object) ||
        previous.status?.podIP !== object.status?.podIP ||
        previous.metadata.deletionTimestamp !==
          object.metadata.deletionTimestamp ||
        previous.metadata.labels !== object.metadata.labels ||
        type === 'DELETED';
      return relevant
        ? store
            .list(kind.storage, object.metadata.namespace)
            .filter(
              service =>
                selects(service, object) ||
                (previous && selects(service, previous)),
            )
            .map(keyOf)
        : [];
    },
    reconcile(key) {
      const [namespace, name] = fromKey(key);
      const service = store.get(kind.storage, namespace, name);
      if (!service) {
        const stale = store.get(endpointsKind.storage, namespace, name);
        if (
          stale?.metadata.annotations?.[
            'endpoints.kubernetes.io/last-change-trigger-time'
          ]
        ) {
          resources.delete(endpointsKind, namespace, name);
        }
        return undefined;
      }
      if (
        service.spec.type === 'LoadBalancer' &&
        !service.status?.loadBalancer?.ingress
      ) {
        resources.setStatus(service, {
          loadBalancer: { ingress: [{ ip: OUTSIDE, ipMode: 'VIP' }] },
        });
      }
      if (!service.spec.selector || service.spec.type === 'ExternalName') {
        return undefined;
      }
      const pods = store
        .list('v1/Pod', namespace)
        .filter(
          pod =>
            selects(service, pod) &&
            pod.status?.podIP &&
            !['Succeeded', 'Failed'].includes(pod.status?.phase),
        )
        .sort((a, b) => (a.status.podIP < b.status.podIP ? -1 : 1));
      const { clusterIP } = service.spec;
      const labels = {
        ...service.metadata.labels,
        ...(clusterIP === 'None' && { 'service.kubernetes.io/headless': '' }),
      };
      write(endpointsKind, namespace, name, {
        metadata: {
          name,
          labels: {
            ...labels,
            'endpoints.kubernetes.io/managed-by': 'endpoint-controller',
          },
          annotations: {
            'endpoints.kubernetes.io/last-change-trigger-time': timestamp(
              clock.now(),
            ),
          },
        },
        subsets: subsetsOf(service, pods),
      });
      write(
        sliceKind,
        namespace,
        `${name}-${hashSuffix(service.metadata.uid!, 5)}`,
        {
          metadata: {
            name: `${name}-${hashSuffix(service.metadata.uid!, 5)}`,
            generateName: `${name}-`,
            labels: {
              ...labels,
              'kubernetes.io/service-name': name,
              'endpointslice.kubernetes.io/managed-by':
                'endpointslice-controller.k8s.io',
            },
            ownerReferences: [ownedByController(service)],
          },
          addressType: 'IPv4',
          endpoints: pods.map(pod => ({
            addresses: [pod.status.podIP],
            conditions: {
              ready: isServing(service, pod),
              serving: isReady(pod),
              terminating: Boolean(pod.metadata.deletionTimestamp),
            },
            nodeName: pod.spec.nodeName,
            targetRef: reference(pod),
          })),
          ports: portsOf(service, pods[0]).map(({ name: port, ...rest }) => ({
            name: port ?? '',
            ...rest,
          })),
        },
      );
      return undefined;
    },
  };
}

function selects(service: KubeObject, pod: KubeObject): boolean {
  const selector = Object.entries(service.spec.selector ?? {});
  return (
    selector.length > 0 &&
    selector.every(([key, value]) => pod.metadata.labels?.[key] === value)
  );
}

function isServing(service: KubeObject, pod: KubeObject): boolean {
  return (
    (service.spec.publishNotReadyAddresses || isReady(pod)) &&
    !pod.metadata.deletionTimestamp
  );
}

function reference(pod: KubeObject) {
  const { name, namespace, uid } = pod.metadata;
  return { kind: 'Pod', name, namespace, uid };
}

/** The ports with numbers; a named target is looked up in the pod. */
function portsOf(service: KubeObject, pod?: KubeObject): any[] {
  return (service.spec.ports ?? []).flatMap((port: any) => {
    const target = port.targetPort ?? port.port;
    const number =
      typeof target === 'number' || /^\d+$/.test(target)
        ? Number(target)
        : pod?.spec.containers
            .flatMap((one: any) => one.ports ?? [])
            .find((one: any) => one.name === target)?.containerPort;
    return number === undefined
      ? []
      : [
          {
            ...(port.name && { name: port.name }),
            port: number,
            protocol: port.protocol,
            ...(port.appProtocol && { appProtocol: port.appProtocol }),
          },
        ];
  });
}

function subsetsOf(service: KubeObject, pods: KubeObject[]): any[] | undefined {
  const address = (pod: KubeObject) => ({
    ip: pod.status.podIP,
    ...(pod.spec.hostname &&
      pod.spec.subdomain === service.metadata.name && {
        hostname: pod.spec.hostname,
      }),
    nodeName: pod.spec.nodeName,
    targetRef: reference(pod),
  });
  const present = pods.filter(pod => !pod.metadata.deletionTimestamp);
  const ready = present.filter(pod => isServing(service, pod)).map(address);
  const others = present.filter(pod => !isServing(service, pod)).map(address);
  const ports = portsOf(service, pods[0]);
  return present.length
    ? [
        {
          ...(ready.length && { addresses: ready }),
          ...(others.length && { notReadyAddresses: others }),
          ...(ports.length && { ports }),
        },
      ]
    : undefined;
}
