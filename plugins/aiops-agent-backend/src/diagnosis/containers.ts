import { parseQuantity } from '@aiops-portal/plugin-aiops-agent-node';
import type { ContainerUsage } from '../cluster/PodMetrics';
import type { Container, Subject } from './subject';

/** Containers of one name in all copies of one workload. */
export function grouped(containers: Container[]): Container[][] {
  const groups = new Map<string, Container[]>();
  for (const container of containers) {
    const key = `${container.workload.target}/${container.init}/${container.spec.name}`;
    groups.set(key, [...(groups.get(key) ?? []), container]);
  }
  return [...groups.values()];
}

/** What it may use at most, or what is set aside for it. */
export function amount(
  { spec }: Container,
  field: 'limits' | 'requests',
  resource: 'cpu' | 'memory',
): number | undefined {
  const written = spec.resources?.[field]?.[resource];
  return written === undefined ? undefined : parseQuantity(written);
}

/** What it uses, where the cluster tells. */
export function usageOf(
  { pod, spec }: Container,
  { source }: Subject,
): ContainerUsage | undefined {
  return source
    .usage(pod.metadata.namespace ?? '', pod.metadata.name)
    ?.find(({ container }) => container === spec.name);
}

/** Milliseconds since a time; infinite where it isn't known. */
export function since(time: string | undefined, { source }: Subject): number {
  return time === undefined
    ? Infinity
    : source.now().getTime() - Date.parse(time);
}

/** Is it the container that the thing is about, which intents resize? */
export function isMain(
  { workload, spec, init }: Container,
  { thing }: Subject,
): boolean {
  const [first] = thing.workloads;
  const main =
    thing.workloads.find(({ name }) => name === thing.instance) ?? first;
  return (
    !init && workload.written === main && main.containers[0]?.name === spec.name
  );
}
