import {
  ACCESS_ANNOTATION,
  BLUEPRINT_ANNOTATION,
  ENGINE_ANNOTATION,
  ENVIRONMENT_ANNOTATION,
} from '@aiops-portal/plugin-aiops-agent-common';
import type {
  Deployed,
  PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import type {
  ComponentEntityV1alpha1,
  EntityMeta,
  ResourceEntityV1alpha1,
} from '@backstage/catalog-model';
import { locationAnnotations } from './location';
import { entityName, tags } from './names';
import type { EntityOptions } from './types';

const LIFECYCLES: Record<string, string> = {
  dev: 'development',
  test: 'test',
  staging: 'staging',
  prod: 'production',
};

const ACCESSES: Record<Deployed['access'], string> = {
  team: 'for the team',
  company: 'for everyone in the company',
  public: 'open to everyone',
};

const ENGINES: Record<string, string> = {
  postgresql: 'PostgreSQL',
  mysql: 'MySQL',
  mariadb: 'MariaDB',
  mongodb: 'MongoDB',
  redis: 'Redis',
  valkey: 'Valkey',
  memcached: 'Memcached',
};

/** Blueprints whose applications are there to be read. */
const WEBSITES = ['wordpress', 'ghost'];

/** An application, database or cache as the catalog has it. */
export function deployedEntity(
  thing: Deployed,
  platform: PlatformSnapshot,
  options: EntityOptions,
): ComponentEntityV1alpha1 | ResourceEntityV1alpha1 {
  const owner = `group:default/${entityName(thing.team)}`;
  const system = `system:default/${entityName(thing.environment)}`;
  const dependsOn = usedRefs(thing, platform);
  if (thing.role !== 'application') {
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: metadata(thing, options),
      spec: { type: thing.role, owner, system, dependsOn },
    };
  }
  const tier = platform.environments.find(
    environment => environment.name === thing.environment,
  )?.tier;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: metadata(thing, options),
    spec: {
      type: isWebsite(thing) ? 'website' : 'service',
      lifecycle: LIFECYCLES[tier ?? 'prod'],
      owner,
      system,
      dependsOn,
    },
  };
}

function metadata(thing: Deployed, options: EntityOptions): EntityMeta {
  const { blueprint, engine, environment, instance } = thing;
  return {
    name: entityName(thing.name),
    title: thing.title,
    description: description(thing),
    annotations: {
      ...locationAnnotations(thing.path, options),
      [ENVIRONMENT_ANNOTATION]: environment,
      [ACCESS_ANNOTATION]: thing.access,
      'backstage.io/kubernetes-id': instance,
      'backstage.io/kubernetes-namespace': environment,
      'backstage.io/kubernetes-label-selector': `app.kubernetes.io/instance=${instance}`,
      ...(blueprint ? { [BLUEPRINT_ANNOTATION]: blueprint } : {}),
      ...(engine ? { [ENGINE_ANNOTATION]: engine } : {}),
    },
    tags: tags(blueprint, engine, thing.asleep && 'asleep'),
    // Nothing answers there while it sleeps.
    links: thing.asleep
      ? []
      : thing.hosts.map(host => ({
          url: options.ingressUrl.replaceAll('{host}', host),
          title: host,
          icon: 'web',
        })),
  };
}

function description(thing: Deployed): string {
  const place = `in ${thing.environment}`;
  if (thing.role === 'application') {
    return `Application ${place}, ${ACCESSES[thing.access]}`;
  }
  const engine = thing.engine && (ENGINES[thing.engine] ?? thing.engine);
  return [engine, thing.role, place].filter(Boolean).join(' ');
}

function isWebsite({ blueprint, hosts }: Deployed): boolean {
  return (
    WEBSITES.includes(blueprint ?? '') ||
    (blueprint === 'web' && hosts.length > 0)
  );
}

/** What it uses, by its name in the catalog or in its own environment. */
function usedRefs(thing: Deployed, platform: PlatformSnapshot): string[] {
  const refs = thing.uses.flatMap(name => {
    const used =
      platform.deployed.find(other => other.name === name) ??
      platform.deployed.find(
        other =>
          other.instance === name && other.environment === thing.environment,
      );
    if (!used || used === thing) {
      return [];
    }
    const kind = used.role === 'application' ? 'component' : 'resource';
    return [`${kind}:default/${entityName(used.name)}`];
  });
  return [...new Set(refs)];
}
