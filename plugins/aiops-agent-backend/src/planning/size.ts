import type {
  Deployed,
  PlatformSnapshot,
  ThingSize,
} from '@aiops-portal/plugin-aiops-agent-node';
import { boundsOf, findAutoscaler } from './autoscaler';
import type { Blueprint } from './blueprint';
import { blueprintsOf } from './blueprints';
import { containersPath, mainContainer } from './container';
import { openMainWorkload } from './mainWorkload';

/** Whose sizes stand for those of things that people wrote themselves. */
const PLAIN = 'web';

/** What one copy may use in a blueprint's sizes. */
function sizesOf(blueprint: Blueprint | undefined): ThingSize['sizes'] {
  const amounts = (size: 'small' | 'medium' | 'large') => {
    const entry = blueprint?.sizes[size] ?? {};
    const cpu = entry.cpuLimit ?? entry.cpu;
    const memory = entry.memoryLimit ?? entry.memory;
    return {
      ...(cpu !== undefined && { cpu: String(cpu) }),
      ...(memory !== undefined && { memory: String(memory) }),
    };
  };
  return {
    small: amounts('small'),
    medium: amounts('medium'),
    large: amounts('large'),
  };
}

/**
 * What a thing's main workload is given now.
 *
 * @throws InputError for one that can't be edited, with why.
 */
export function sizeOf(snapshot: PlatformSnapshot, thing: Deployed): ThingSize {
  const main = openMainWorkload(snapshot, thing);
  const { workload, document } = main;
  const autoscaler = findAutoscaler(main);
  const path = containersPath(workload.kind);
  const container = path && workload.containers[mainContainer(document, path)];
  const blueprints = blueprintsOf(snapshot.files);
  return {
    kind: workload.kind,
    name: workload.name,
    file: workload.file,
    copies: workload.replicas,
    ...(autoscaler && { autoscaler: boundsOf(autoscaler) }),
    cpu: container?.limits.cpu ?? container?.requests.cpu,
    memory: container?.limits.memory ?? container?.requests.memory,
    sizes: sizesOf(
      blueprints.find(thing.blueprint ?? PLAIN) ?? blueprints.find(PLAIN),
    ),
  };
}
