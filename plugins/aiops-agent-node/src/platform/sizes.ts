import { asRecord, asRecords, asText, field, type Manifest } from './manifests';
import { parseQuantity } from './quantity';
import type {
  ContainerSpec,
  ResourceAmounts,
  VolumeClaim,
  Workload,
} from './types';

/** Says that something in a file could not be read. */
export type Report = (message: string) => void;

/** What a namespace's LimitRange gives to containers that ask for nothing. */
export interface ContainerDefaults {
  requests: ResourceAmounts;
  limits: ResourceAmounts;
}

/** Where a kind of workload keeps its pod's specification. */
const POD_SPECS: Record<Workload['kind'], string[]> = {
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};

const COUNTS: Record<Workload['kind'], string[] | undefined> = {
  Deployment: ['spec', 'replicas'],
  StatefulSet: ['spec', 'replicas'],
  // As many as there are nodes, which Git doesn't know.
  DaemonSet: undefined,
  Job: ['spec', 'parallelism'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'parallelism'],
};

/** Whether a manifest is a workload. */
export function isWorkload(manifest: Manifest): boolean {
  return Object.hasOwn(POD_SPECS, manifest.kind);
}

/** Reads a workload: its count, and what its containers will be given. */
export function readWorkload(
  manifest: Manifest,
  file: string,
  defaults: ContainerDefaults,
  report: Report,
): Workload {
  const kind = manifest.kind as Workload['kind'];
  const pod = asRecord(field(manifest.body, ...POD_SPECS[kind]));
  const count = COUNTS[kind];
  return {
    kind,
    name: manifest.name,
    replicas: count ? readCount(field(manifest.body, ...count)) : 1,
    containers: [
      ...asRecords(pod.containers),
      // Sidecars; other init containers are gone once the pod runs.
      ...asRecords(pod.initContainers).filter(
        container => container.restartPolicy === 'Always',
      ),
    ].map(container => readContainer(container, defaults, report)),
    file,
  };
}

/** A namespace's defaults from a LimitRange, none from anything else. */
export function readContainerDefaults(
  manifests: Manifest[],
  report: Report,
): ContainerDefaults {
  const limit = manifests
    .filter(manifest => manifest.kind === 'LimitRange')
    .flatMap(manifest => asRecords(field(manifest.body, 'spec', 'limits')))
    .find(entry => entry.type === 'Container');
  const limits = readAmounts(limit?.default, report);
  return {
    limits,
    requests: { ...limits, ...readAmounts(limit?.defaultRequest, report) },
  };
}

/** Claims of their own, and those that a StatefulSet makes for each copy. */
export function readVolumes(
  manifest: Manifest,
  keptCopies: number,
  report: Report,
): VolumeClaim[] {
  const claim = (name: string, spec: unknown, copies: number) => {
    const bytes = readAmount(
      field(spec, 'resources', 'requests', 'storage'),
      report,
    );
    return { name, bytes: (bytes ?? 0) * copies };
  };
  if (manifest.kind === 'PersistentVolumeClaim') {
    return [claim(manifest.name, manifest.body.spec, 1)];
  }
  if (manifest.kind !== 'StatefulSet') {
    return [];
  }
  const copies = Math.max(
    readCount(field(manifest.body, 'spec', 'replicas')),
    keptCopies,
  );
  return asRecords(field(manifest.body, 'spec', 'volumeClaimTemplates')).map(
    template =>
      claim(
        `${asText(field(template, 'metadata', 'name')) ?? 'data'}-${
          manifest.name
        }`,
        template.spec,
        copies,
      ),
  );
}

/** A whole number of copies, 1 where none is given. */
export function readCount(value: unknown): number {
  return Number.isInteger(value) && (value as number) >= 0
    ? (value as number)
    : 1;
}

/** One amount, none where it is absent or can't be read. */
export function readAmount(value: unknown, report: Report): number | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  try {
    return parseQuantity(value);
  } catch (error) {
    report(error instanceof Error ? error.message : `${error}`);
    return undefined;
  }
}

/** As the API server completes it: limits stand in for requests, then defaults. */
function readContainer(
  container: Record<string, unknown>,
  defaults: ContainerDefaults,
  report: Report,
): ContainerSpec {
  const resources = asRecord(container.resources);
  const written = readAmounts(resources.limits, report);
  return {
    name: asText(container.name) ?? '',
    image: asText(container.image) ?? '',
    requests: {
      ...defaults.requests,
      ...written,
      ...readAmounts(resources.requests, report),
    },
    limits: { ...defaults.limits, ...written },
  };
}

function readAmounts(value: unknown, report: Report): ResourceAmounts {
  const amounts = asRecord(value);
  const cpu = readAmount(amounts.cpu, report);
  const memory = readAmount(amounts.memory, report);
  return {
    ...(cpu === undefined ? {} : { cpu }),
    ...(memory === undefined ? {} : { memory }),
  };
}
