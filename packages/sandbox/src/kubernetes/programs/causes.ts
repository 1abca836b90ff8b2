import type { Fault } from '../faults';
import type { ObjectStore } from '../store/ObjectStore';
import { labelSelector } from '../resources/selectors';
import type { KubeObject } from '../types';
import { quantity } from '../values/quantity';
import { appOf, isReady } from './apps';
import type { Disks } from './Disks';
import type { Disturbances, Program } from './types';

/** A container, the program in it and what it can see. */
export interface Running {
  program: Program;
  pod: KubeObject;
  container: any;
  store: ObjectStore;
  disks: Disks;
  disturbances: Disturbances;
}

/** How long it takes to fill the memory. */
const FILLING_MS = 8_000;

/** The first way of failing that is due; what keeps a container from its start comes first. */
export function programFault(running: Running): Fault | undefined {
  for (const cause of [
    noImage,
    noSetting,
    noMemory,
    noRoom,
    noDatabase,
    noPage,
  ]) {
    const fault = cause(running);
    if (fault) {
      return fault;
    }
  }
  return undefined;
}

function noImage({ program, container }: Running): Fault | undefined {
  const tag = String(container.image).slice(program.image.length + 1);
  return program.absent?.includes(tag)
    ? {
        name: 'pull',
        pull: {
          message: image =>
            `failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`,
        },
      }
    : undefined;
}

function noSetting({ program, container }: Running): Fault | undefined {
  const missing = program.settings?.find(
    name => !container.env?.some((one: any) => one.name === name),
  );
  return missing
    ? {
        name: 'crash',
        exit: { afterMs: 400, code: 1, reason: 'Error', unready: true },
        log: [
          `level=fatal msg="required environment variable ${missing} is not set"`,
        ],
      }
    : undefined;
}

function noMemory(running: Running): Fault | undefined {
  const limit = running.container.resources?.limits?.memory;
  const { most, doing } = memoryOf(running) ?? {};
  return most && limit && quantity(limit) < quantity(most)
    ? {
        name: 'oom',
        exit: {
          afterMs: FILLING_MS,
          code: 137,
          reason: 'OOMKilled',
          unready: true,
        },
        memory: 0.98,
        log: [
          `level=info msg="${doing}"`,
          'level=warn msg="heap has grown to 96 % of the memory limit"',
        ],
      }
    : undefined;
}

/** What a program needs at the moment: quantities. */
export function memoryOf({
  program,
  pod,
  disturbances,
}: Pick<Running, 'program' | 'pod' | 'disturbances'>): Program['memory'] {
  return (
    program.memory && {
      ...program.memory,
      ...disturbances.memory?.[appOf(pod) ?? ''],
    }
  );
}

function noRoom({ program, pod, disks }: Running): Fault | undefined {
  return program.fullDisk && disks.isFull(pod)
    ? {
        name: 'disk',
        exit: { afterMs: 2_000, code: 1, reason: 'Error', unready: true },
        log: program.fullDisk,
      }
    : undefined;
}

function noDatabase({
  program,
  pod,
  container,
  store,
}: Running): Fault | undefined {
  const host =
    program.database && hostOf(program.database, pod, container, store);
  if (!host) {
    return undefined;
  }
  const namespace = pod.metadata.namespace!;
  const service = store.get('v1/Service', namespace, host);
  const matches = labelSelector({ matchLabels: service?.spec.selector });
  const answers =
    service &&
    store
      .list('v1/Pod', namespace)
      .some(one => matches(one.metadata.labels) && isReady(one));
  if (answers) {
    return undefined;
  }
  return {
    name: 'dependency',
    probe: {
      failing: ['readiness'],
      message: 'HTTP probe failed with statuscode: 503',
    },
    lines: [
      service
        ? `level=error msg="could not connect to database" err="dial tcp ${service.spec.clusterIP}:5432: connect: connection refused" host=${host}`
        : `level=error msg="could not connect to database" err="lookup ${host}: no such host"`,
    ],
  };
}

/** The database's host, from the environment or the Secret that it names. */
function hostOf(
  variable: string,
  pod: KubeObject,
  container: any,
  store: ObjectStore,
): string | undefined {
  const entry = container.env?.find((one: any) => one.name === variable);
  const { name, key } = entry?.valueFrom?.secretKeyRef ?? {};
  const secret =
    name && store.get('v1/Secret', pod.metadata.namespace!, name)?.data?.[key];
  return secret ? Buffer.from(secret, 'base64').toString() : entry?.value;
}

function noPage({ program, container }: Running): Fault | undefined {
  const { pages } = program;
  const failing = (['readiness', 'liveness'] as const).filter(kind => {
    const path = container[`${kind}Probe`]?.httpGet?.path;
    return path !== undefined && pages && !pages.includes(path);
  });
  return failing.length
    ? {
        name: 'page',
        probe: { failing, message: 'HTTP probe failed with statuscode: 404' },
      }
    : undefined;
}

/** An image of a registry that doesn't answer can't be fetched. */
export function noRegistry(
  container: any,
  { registries = [] }: Disturbances,
): Fault | undefined {
  const [, host, path, tag = 'latest'] =
    /^([^/]+\.[^/]+)\/([^:@]+)(?::(.*))?$/.exec(container.image) ?? [];
  return registries.includes(host)
    ? {
        name: 'registry',
        pull: {
          code: 'Unavailable',
          message: image =>
            `failed to pull and unpack image "${image}": failed to resolve reference "${image}": failed to do request: Head "https://${host}/v2/${path}/manifests/${tag}": dial tcp 192.168.40.21:443: connect: connection refused`,
        },
      }
    : undefined;
}
