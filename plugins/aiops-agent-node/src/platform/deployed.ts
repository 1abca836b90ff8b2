import {
  ACCESS_ANNOTATION,
  BLUEPRINT_ANNOTATION,
  ENGINE_ANNOTATION,
  ROLE_ANNOTATION,
  TITLE_ANNOTATION,
  USES_ANNOTATION,
  WAKE_REPLICAS_ANNOTATION,
} from '@aiops-portal/plugin-aiops-agent-common';
import { engineOfImage, engineOfOperated, splitImage } from './engines';
import { readSleep } from './environments';
import { deployedPath } from './layout';
import { mainWorkload } from './mainWorkload';
import { withAutoscaler } from './autoscaler';
import { asRecords, asText, field, type Manifest } from './manifests';
import { readSecrets } from './secrets';
import {
  isWorkload,
  readAmount,
  readCount,
  readVolumes,
  readWorkload,
  type ContainerDefaults,
  type Report,
} from './sizes';
import { readTitle } from './titles';
import type { Deployed, Environment, VolumeClaim } from './types';

const ROLES: readonly string[] = ['application', 'database', 'cache'];
const ACCESSES: readonly string[] = ['team', 'company', 'public'];

/** A manifest with the file that it is written in. */
export interface WrittenManifest {
  file: string;
  manifest: Manifest;
}

/** All but the name, which depends on what else there is. */
export type UnnamedDeployed = Omit<Deployed, 'name'>;

/** Reads one folder of an environment; nothing when nothing in it runs. */
export function readDeployed(
  environment: Environment,
  instance: string,
  written: WrittenManifest[],
  defaults: ContainerDefaults,
  report: (file: string, message: string) => void,
): { thing: UnnamedDeployed; main: WrittenManifest } | undefined {
  const manifests = written.map(({ manifest }) => manifest);
  const manifest = mainWorkload(manifests, instance);
  const main = written.find(entry => entry.manifest === manifest);
  if (!main) {
    return undefined;
  }
  const { annotations } = main.manifest;
  const say: Report = message => report(main.file, message);
  const workloads = written
    .filter(entry => isWorkload(entry.manifest))
    .map(entry =>
      readWorkload(entry.manifest, entry.file, defaults, message =>
        report(entry.file, message),
      ),
    )
    .map(workload => withAutoscaler(workload, manifests));
  const image =
    workloads.find(
      ({ kind, name }) =>
        kind === main.manifest.kind && name === main.manifest.name,
    )?.containers[0]?.image ??
    asText(field(main.manifest.body, 'spec', 'imageName'));
  const hosts = manifests.flatMap(readHosts);
  const known = knownEngine(main.manifest, image);
  const role = oneOf(annotations, ROLE_ANNOTATION, ROLES, say) as
    | Deployed['role']
    | undefined;
  const access = oneOf(annotations, ACCESS_ANNOTATION, ACCESSES, say) as
    | Deployed['access']
    | undefined;
  const thing: UnnamedDeployed = {
    role: role ?? known?.role ?? 'application',
    instance,
    title: readTitle(annotations[TITLE_ANNOTATION]),
    environment: environment.name,
    team: environment.team,
    blueprint: annotations[BLUEPRINT_ANNOTATION],
    engine: annotations[ENGINE_ANNOTATION] || known?.engine,
    version: image && splitImage(image).tag,
    access: access ?? (hosts.length > 0 ? 'company' : 'team'),
    hosts: [...new Set(hosts)],
    uses: (annotations[USES_ANNOTATION] ?? '')
      .split(',')
      .map(name => name.trim())
      .filter(Boolean),
    workloads,
    volumes: written.flatMap(entry => [
      ...readVolumes(entry.manifest, keptCopies(entry.manifest), message =>
        report(entry.file, message),
      ),
      ...operatedVolumes(entry.manifest, message =>
        report(entry.file, message),
      ),
    ]),
    secrets: manifests.flatMap(readSecrets),
    asleep: readSleep(annotations),
    path: deployedPath(environment.name, instance),
  };
  if (thing.role === 'application' && !annotations[ENGINE_ANNOTATION]) {
    thing.engine = undefined;
  }
  return { thing, main };
}

/** The engine of an operator's resource, or of an image. */
function knownEngine(
  manifest: Manifest,
  image: string | undefined,
): { engine: string; role: Deployed['role'] } | undefined {
  const operated = engineOfOperated(manifest.apiVersion, manifest.kind);
  if (operated) {
    return { engine: operated, role: 'database' };
  }
  return image ? engineOfImage(image) : undefined;
}

/** Hosts of Ingresses and of the Gateway API's routes. */
function readHosts({ kind, body }: Manifest): string[] {
  if (kind === 'Ingress') {
    return asRecords(field(body, 'spec', 'rules')).flatMap(
      rule => asText(rule.host) ?? [],
    );
  }
  const hostnames = field(body, 'spec', 'hostnames');
  return kind === 'HTTPRoute' && Array.isArray(hostnames)
    ? hostnames.flatMap(host => asText(host) ?? [])
    : [];
}

/** Volumes outlive the copies that a sleeping StatefulSet no longer has. */
function keptCopies({ annotations }: Manifest): number {
  if (!readSleep(annotations)) {
    return 0;
  }
  return readCount(Number(annotations[WAKE_REPLICAS_ANNOTATION] || 1));
}

function operatedVolumes(manifest: Manifest, report: Report): VolumeClaim[] {
  if (!engineOfOperated(manifest.apiVersion, manifest.kind)) {
    return [];
  }
  const { spec } = manifest.body;
  const bytes = readAmount(field(spec, 'storage', 'size'), report);
  const copies = readCount(field(spec, 'instances') ?? field(spec, 'replicas'));
  return bytes === undefined
    ? []
    : [{ name: manifest.name, bytes: bytes * copies }];
}

function oneOf(
  annotations: Record<string, string>,
  annotation: string,
  allowed: readonly string[],
  report: Report,
): string | undefined {
  const value = annotations[annotation];
  if (value && !allowed.includes(value)) {
    report(`${annotation} can't be ${value}: use ${allowed.join(', ')}.`);
    return undefined;
  }
  return value || undefined;
}
