import type { KubeObject } from '../types';
import { age, AGE, column, NAME, type Column } from './types';

/** The word that says how a pod is: its phase, or what keeps it from it. */
function podStatus(pod: KubeObject): string {
  const { status = {}, metadata } = pod;
  let word: string = status.reason || status.phase || 'Unknown';
  const initial: any[] = status.initContainerStatuses ?? [];
  const specs: any[] = pod.spec.initContainers ?? [];
  let initializing = false;
  for (const [index, one] of initial.entries()) {
    const { terminated, waiting } = one.state ?? {};
    const sidecar =
      specs.find(spec => spec.name === one.name)?.restartPolicy === 'Always';
    if (terminated?.exitCode === 0 || (sidecar && one.started)) {
      continue;
    }
    initializing = true;
    if (terminated) {
      word = `Init:${terminated.reason || `ExitCode:${terminated.exitCode}`}`;
    } else if (waiting?.reason && waiting.reason !== 'PodInitializing') {
      word = `Init:${waiting.reason}`;
    } else {
      word = `Init:${index}/${specs.length}`;
    }
    break;
  }
  if (!initializing) {
    let running = false;
    for (const one of [...(status.containerStatuses ?? [])].reverse()) {
      const { waiting, terminated, running: runs } = one.state ?? {};
      if (waiting?.reason) {
        word = waiting.reason;
      } else if (terminated) {
        word = terminated.reason || `ExitCode:${terminated.exitCode}`;
      } else if (runs && one.ready) {
        running = true;
      }
    }
    if (word === 'Completed' && running) {
      const ready = status.conditions?.some(
        (one: any) => one.type === 'Ready' && one.status === 'True',
      );
      word = ready ? 'Running' : 'NotReady';
    }
  }
  const scheduled = status.conditions?.find(
    (one: any) => one.type === 'PodScheduled',
  );
  if (scheduled?.reason === 'SchedulingGated') {
    word = 'SchedulingGated';
  }
  return metadata.deletionTimestamp ? 'Terminating' : word;
}

function restarts(pod: KubeObject, now: Date): string {
  const all = pod.status?.containerStatuses ?? [];
  const count = all.reduce(
    (sum: number, one: any) => sum + one.restartCount,
    0,
  );
  const last = all
    .map((one: any) => one.lastState?.terminated?.finishedAt)
    .filter(Boolean)
    .sort()
    .pop();
  return count && last ? `${count} (${age(last, now)} ago)` : String(count);
}

/** The columns of pods. */
export const POD_COLUMNS: Column[] = [
  NAME,
  column('Ready', pod => {
    const sidecars = (pod.spec.initContainers ?? []).filter(
      (one: any) => one.restartPolicy === 'Always',
    );
    const ready = [
      ...(pod.status?.containerStatuses ?? []),
      ...(pod.status?.initContainerStatuses ?? []).filter((one: any) =>
        sidecars.some((spec: any) => spec.name === one.name),
      ),
    ].filter((one: any) => one.ready).length;
    return `${ready}/${pod.spec.containers.length + sidecars.length}`;
  }),
  column('Status', podStatus),
  column('Restarts', restarts),
  AGE,
  column('IP', pod => pod.status?.podIP ?? '<none>', { priority: 1 }),
  column('Node', pod => pod.spec.nodeName ?? '<none>', { priority: 1 }),
  column('Nominated Node', pod => pod.status?.nominatedNodeName ?? '<none>', {
    priority: 1,
  }),
  column(
    'Readiness Gates',
    pod =>
      pod.spec.readinessGates
        ? String(pod.spec.readinessGates.length)
        : '<none>',
    { priority: 1 },
  ),
];
