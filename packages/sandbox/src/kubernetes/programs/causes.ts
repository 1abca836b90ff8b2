import type { Fault } from '../faults';
import type { ObjectStore } from '../store/ObjectStore';
import { labelSelector } from '../resources/selectors';
import type { KubeObject } from '../types';
import { quantity } from '../values/quantity';
import { isReady } from './apps';
import type { Program } from './types';

/** A container, the program in it and what it can see. */
export interface Running {
  program: Program;
  pod: KubeObject;
  container: any;
  store: ObjectStore;
}

/** How long it takes to fill the memory. */
const FILLING_MS = 8_000;

/** The first way of failing that is due; what keeps a container from its start comes first. */
export function programFault(running: Running): Fault | undefined {
  for (const cause of [noImage, noSetting, noMemory, noDatabase, noPage]) {
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

function noMemory({ program, container }: Running): Fault | undefined {
  const limit = container.resources?.limits?.memory;
  const { most, doing } = program.memory ?? {};
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
