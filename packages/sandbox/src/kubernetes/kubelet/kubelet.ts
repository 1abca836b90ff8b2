import { timestamp } from '../resources/time';
import type { KubeObject } from '../types';
import { withCondition } from '../controllers/conditions';
import {
  fromKey,
  keyOf,
  type Controller,
  type ControllerContext,
} from '../controllers/types';
import { PodRun } from './PodRun';
import { referencesOf } from './references';
import type { KubeletTiming } from './timing';

/** Runs the pods of all nodes: images, containers, probes, restarts, stopping. */
/** A node that nobody reaches may come back. */
const CUT_RECHECK_MS = 2_000;

export function kubelet(
  context: ControllerContext,
  timing: KubeletTiming,
): Controller {
  const { store, resources, clock, record } = context;
  const pods = resources.kinds.find('v1', 'Pod')!;
  const runs = new Map<string, PodRun>();
  const images = new Map<string, Set<string>>();
  const addresses = new Set<string>();
  /** Pods that wait for a ConfigMap or Secret, so that its coming wakes them. */
  const waiting = new Map<string, KubeObject>();
  let nextAddress = 1;

  const address = (node: KubeObject | undefined): string => {
    const range = String(node?.spec?.podCIDR ?? '10.42.0.0/24').split('.', 3);
    for (;;) {
      const number = nextAddress++;
      const candidate = `${range[0]}.${range[1]}.${range[2]}.${
        (number % 250) + 4
      }`;
      const spread =
        number > 250
          ? `${range[0]}.${64 + Number(range[2])}.${
              Math.floor(number / 250) % 256
            }.${(number % 250) + 1}`
          : candidate;
      if (!addresses.has(spread)) {
        addresses.add(spread);
        return spread;
      }
    }
  };

  const runOf = (pod: KubeObject): PodRun => {
    const uid = pod.metadata.uid!;
    let run = runs.get(uid);
    if (!run) {
      run = new PodRun(pod, timing);
      runs.set(uid, run);
      if (pod.status?.podIP) {
        addresses.add(pod.status.podIP);
      }
    }
    return run;
  };

  const stop = (pod: KubeObject, run: PodRun): number | void => {
    const now = clock.now().getTime();
    if (run.stopping === undefined) {
      const grace = Number(pod.metadata.deletionGracePeriodSeconds ?? 0) * 1000;
      run.stopping = now + Math.min(grace, timing.stopMs);
      for (const container of pod.spec.containers) {
        record(
          pod,
          'Normal',
          'Killing',
          `Stopping container ${container.name}`,
          'kubelet',
        );
      }
    }
    if (now < run.stopping) {
      return run.stopping - now;
    }
    resources.delete(pods, pod.metadata.namespace!, pod.metadata.name, {
      gracePeriodSeconds: 0,
      preconditions: { uid: pod.metadata.uid },
    });
    return undefined;
  };

  return {
    name: 'kubelet',
    concerns({ type, kind, object }) {
      if (kind === pods.storage) {
        if (type === 'DELETED') {
          runs.delete(object.metadata.uid!);
          waiting.delete(keyOf(object));
          addresses.delete(object.status?.podIP);
          return [];
        }
        return object.spec.nodeName ? [keyOf(object)] : [];
      }
      if (kind === 'v1/ConfigMap' || kind === 'v1/Secret') {
        const name = `${object.kind}/${object.metadata.name}`;
        return [...waiting.values()]
          .filter(
            pod =>
              pod.metadata.namespace === object.metadata.namespace &&
              referencesOf(pod).has(name),
          )
          .map(pod => {
            runs.get(pod.metadata.uid!)?.wake();
            return keyOf(pod);
          });
      }
      return [];
    },
    reconcile(key) {
      const pod = store.get(pods.storage, ...fromKey(key));
      if (!pod?.spec.nodeName) {
        return undefined;
      }
      if (resources.programs.isCut(pod.spec.nodeName)) {
        return CUT_RECHECK_MS;
      }
      const run = runOf(pod);
      if (pod.metadata.deletionTimestamp) {
        return stop(pod, run);
      }
      if (['Succeeded', 'Failed'].includes(pod.status?.phase)) {
        return undefined;
      }
      const node = store.get('v1/Node', '', pod.spec.nodeName);
      const onNode = images.get(pod.spec.nodeName) ?? new Set<string>();
      images.set(pod.spec.nodeName, onNode);
      const now = clock.now();
      run.advance(pod, {
        store,
        programs: resources.programs,
        timing,
        now,
        hasImage: image => onNode.has(image),
        keepImage: image => onNode.add(image),
        tell: (type, reason, message) =>
          record(pod, type, reason, message, 'kubelet'),
      });
      if (run.blocked) {
        waiting.set(key, pod);
      } else {
        waiting.delete(key);
      }
      const hostIP = node?.status?.addresses?.[0]?.address ?? '10.0.0.1';
      let podIP = pod.status?.podIP;
      if (!podIP && run.begun) {
        podIP = pod.spec.hostNetwork ? hostIP : address(node);
      }
      const time = timestamp(now);
      let conditions = pod.status?.conditions;
      for (const condition of run.conditions()) {
        conditions = withCondition(conditions, condition, time);
      }
      resources.setStatus(pod, {
        phase: run.phase(),
        conditions,
        hostIP,
        hostIPs: [{ ip: hostIP }],
        ...(podIP && { podIP, podIPs: [{ ip: podIP }] }),
        startTime: pod.status?.startTime ?? time,
        ...run.statuses(pod),
        qosClass: pod.status?.qosClass,
      });
      return run.due === Infinity
        ? undefined
        : Math.max(1, run.due - now.getTime());
    },
  };
}
