import {
  formatBytes,
  formatCpu,
  parseQuantity,
  type ComposedPart,
  type ContainerSpec,
  type Deployed,
  type PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import type { Document } from 'yaml';
import { say } from '../words';
import { containersPath, mainContainer } from './container';
import type { Path } from './documents';
import { fitMemorySettings } from './memorySettings';
import { editsOf, openMainWorkload } from './mainWorkload';
import { rolloutSteps } from './rollout';
import { targetName } from './targets';

type Resource = 'cpu' | 'memory';

const MIB = 1024 ** 2;

/** What one copy of anything can be given at all. */
const BOUNDS: Record<Resource, { least: number; most: number }> = {
  cpu: { least: 0.01, most: 128 },
  memory: { least: 16 * MIB, most: 1024 ** 4 },
};

const format: Record<Resource, (amount: number) => string> = {
  cpu: formatCpu,
  // To the next whole MiB, as people write it.
  memory: bytes => formatBytes(Math.ceil(bytes / MIB) * MIB),
};

function checkAmount(resource: Resource, said: string): number {
  const { least, most } = BOUNDS[resource];
  let amount = NaN;
  try {
    amount = parseQuantity(said);
  } catch {
    // Not a quantity: the sentence below says what is one.
  }
  if (!(amount >= least && amount <= most)) {
    const given = said.slice(0, 30);
    throw new InputError(
      resource === 'cpu'
        ? say`One copy can be given 10m to 128 cores, such as 500m; "${given}" is out of that. Nothing was changed.`
        : say`One copy can be given 16Mi to 1Ti of memory, such as 512Mi; "${given}" is out of that. Nothing was changed.`,
    );
  }
  return amount;
}

const sameAmount = (a?: number, b?: number) =>
  a === b || Math.abs((a ?? 0) - (b ?? 0)) < 1e-9;

/**
 * Sets one resource of a container: its limit, and the request in the same
 * proportion. Where only a request is written, that is what is set.
 */
function setAmount(
  document: Document,
  container: Path,
  spec: ContainerSpec,
  resource: Resource,
  amount: number,
): void {
  const request = [...container, 'resources', 'requests', resource];
  const limit = [...container, 'resources', 'limits', resource];
  const hasRequest = document.hasIn(request);
  if (hasRequest && !document.hasIn(limit)) {
    document.setIn(request, format[resource](amount));
    return;
  }
  const before = {
    request: spec.requests[resource],
    limit: spec.limits[resource],
  };
  document.setIn(limit, format[resource](amount));
  // An unwritten request is the limit, unless the namespace gives both.
  const isGiven = hasRequest || !sameAmount(before.request, before.limit);
  if (isGiven && before.request && before.limit) {
    document.setIn(
      request,
      format[resource](
        Math.min(amount, before.request * (amount / before.limit)),
      ),
    );
  }
}

/**
 * What each copy of a thing's main workload may use.
 *
 * @param amounts - Kubernetes quantities.
 * @throws InputError when it can't be that much, with what can.
 */
export function resizeTarget(
  snapshot: PlatformSnapshot,
  thing: Deployed,
  amounts: { cpu?: string; memory?: string },
): ComposedPart {
  const main = openMainWorkload(snapshot, thing);
  const { document, workload } = main;
  const path = containersPath(workload.kind);
  if (!path) {
    throw new InputError(
      say`"${thing.name}" runs once, and what runs already keeps its size. Nothing was changed.`,
    );
  }
  const index = mainContainer(document, path);
  const spec = workload.containers[index];
  const values: ComposedPart['values'] = {};
  for (const resource of ['cpu', 'memory'] as const) {
    const said = amounts[resource];
    if (said !== undefined && spec) {
      const amount = checkAmount(resource, said);
      setAmount(document, [...path, index], spec, resource, amount);
      values[`${thing.name}.${resource}`] = format[resource](amount);
    }
  }
  if (amounts.memory !== undefined && spec) {
    fitMemorySettings(snapshot, thing, main, spec, amounts.memory);
  }
  return {
    edits: editsOf(snapshot, main),
    secrets: [],
    steps: rolloutSteps(thing, workload),
    links: [],
    targets: [targetName(thing)],
    values,
  };
}
