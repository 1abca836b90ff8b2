import type {
  ComposedPart,
  SecretRequest,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import type { Blueprint } from './blueprint';
import { instanceFolder, secretPath } from './layout';
import { renderBlueprint, type Values } from './render';
import type { Settings } from './settings';
import { say } from '../words';

/** One instance of a blueprint, with everything settled. */
export interface Instance {
  blueprint: Blueprint;
  name: string;
  environment: { name: string; team: string };
  settings: Settings;
  host?: string;
  /** Instances that it needs, by what it calls them. */
  needs: Record<string, string>;
  domain: string;
}

/** `marketing-blog` is shown as `Marketing blog`. */
export function humanTitle(name: string): string {
  const words = name.replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What Traefik guards a route with; see `gitops/blueprints/README.md`. */
export function accessMiddleware(
  access: Settings['access'],
  team: string,
): string | undefined {
  if (access === 'public') {
    return undefined;
  }
  const name = access === 'company' ? 'company' : `team-${team}`;
  return `platform-access-${name}@kubernetescrd`;
}

/** A team's or environment's name as a part of paths. */
function checkSegment(name: string): string {
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) {
    throw new InputError(
      say`The name of the team or environment has characters that a path can't have. Nothing was changed; ask an administrator to rename it.`,
    );
  }
  return name;
}

function valuesOf(instance: Instance): Values {
  const { blueprint, name, environment, settings, host, needs } = instance;
  const { team } = environment;
  const sizes = Object.entries(blueprint.sizes[settings.size]).map(
    ([key, value]) => [`size.${key}`, value],
  );
  const needed = Object.entries(needs).map(([as, value]) => [
    `needs.${as}.name`,
    value,
  ]);
  return {
    name,
    title: humanTitle(name),
    environment: environment.name,
    team,
    domain: instance.domain,
    'team.email': `${team}@${instance.domain}`,
    'part-of': environment.name,
    host,
    image: settings.image,
    port: settings.port,
    replicas: settings.replicas,
    storage: settings.storage,
    access: settings.access,
    'access.middleware': accessMiddleware(settings.access, team),
    'secret.path': secretPath(team, environment.name, name),
    uses: Object.values(needs).join(',') || undefined,
    ...Object.fromEntries(sizes),
    ...Object.fromEntries(needed),
  };
}

function secretsOf(instance: Instance, values: Values): SecretRequest[] {
  const entries = Object.entries(instance.blueprint.secrets).map(
    ([key, secret]) => [
      key,
      'from' in secret ? { value: String(values[secret.from]) } : secret,
    ],
  );
  return entries.length === 0
    ? []
    : [
        {
          path: String(values['secret.path']),
          values: Object.fromEntries(entries),
        },
      ];
}

/** What a person agrees to. An application's stand by themselves. */
function agreedValues(instance: Instance): ComposedPart['values'] {
  const { blueprint, name, settings, host } = instance;
  const isApplication = blueprint.role === 'application';
  const { cpu, memory } = blueprint.sizes[settings.size];
  const values = {
    blueprint: blueprint.name,
    environment: instance.environment.name,
    image: settings.image,
    size: settings.size,
    cpu,
    memory,
    replicas: settings.replicas,
    storage: settings.storage,
    port: settings.port,
    ...(isApplication ? { name, host, access: settings.access } : {}),
  };
  const prefix = isApplication ? '' : `${name}.`;
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value === undefined ? [] : [[`${prefix}${key}`, value]],
    ),
  );
}

/** Everything that makes one instance of a blueprint, without what it needs. */
export function composeInstance(
  instance: Instance,
  url: (host: string) => string,
): ComposedPart {
  const { blueprint, name, host } = instance;
  const environment = checkSegment(instance.environment.name);
  checkSegment(instance.environment.team);
  const values = valuesOf(instance);
  const generates = Object.values(blueprint.secrets).some(
    secret => 'generate' in secret,
  );
  return {
    edits: renderBlueprint(
      blueprint,
      instanceFolder(environment, name),
      values,
    ),
    secrets: secretsOf(instance, values),
    steps: blueprint.progress.map(step => ({
      id: `${name}-${step.id}`,
      title: step.title,
      watch: { kind: step.kind, namespace: environment, name },
    })),
    links: [
      ...(host ? [{ title: say`Open ${name}`, url: url(host) }] : []),
      ...(host
        ? blueprint.links.map(link => ({
            title: link.title,
            url: `${url(host).replace(/\/$/, '')}${link.path}`,
          }))
        : []),
      {
        title: name,
        entityRef: `${
          blueprint.role === 'application' ? 'component' : 'resource'
        }:default/${name}`,
      },
      ...(generates
        ? [{ title: say`Password of ${name}`, reveal: { environment, name } }]
        : []),
    ],
    targets: [`${blueprint.role}/${name}`],
    values: agreedValues(instance),
  };
}
