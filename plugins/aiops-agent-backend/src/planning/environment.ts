import type {
  ComposedPart,
  Composer,
} from '@aiops-portal/plugin-aiops-agent-node';
import { InputError } from '@backstage/errors';
import type { DeployContext } from './deploy';
import { accessMiddleware } from './instance';
import { applicationsFolder, environmentFolder } from './layout';
import { checkName } from './names';
import { renderBlueprint } from './render';
import { say } from '../words';

type EnvironmentInput = Parameters<Composer['environment']>[0];

/**
 * The manifests of a new environment.
 *
 * @throws InputError when its name is impossible or taken.
 */
export function composeEnvironment(
  input: EnvironmentInput,
  context: DeployContext,
): ComposedPart {
  const { snapshot, blueprints, domain, url } = context;
  const { team, tier, size = 'small' } = input;
  const name = checkName(input.name, 'environment');
  if (snapshot.environments.some(environment => environment.name === name)) {
    throw new InputError(
      say`There is an environment called "${name}" already. Choose another name. Nothing was changed.`,
    );
  }
  const blueprint = blueprints.get('environment');
  const host = input.address ? `${name}.${domain}` : undefined;
  const sizes = Object.entries(blueprint.sizes[size]).map(([key, value]) => [
    `size.${key}`,
    value,
  ]);
  return {
    edits: [
      ...renderBlueprint(blueprint, environmentFolder(name), {
        name,
        environment: name,
        'part-of': name,
        title: input.title,
        team,
        tier,
        host,
        'access.middleware': accessMiddleware('team', team),
        // All that is in it would go with it.
        'namespace.syncOptions':
          tier === 'prod' ? 'Prune=confirm,Delete=confirm' : undefined,
        // In production people look; what changes, changes through Git.
        'team.clusterRole': tier === 'prod' ? 'view' : 'edit',
        ...Object.fromEntries(sizes),
      }),
      // Argo CD looks after a folder, so it is there before anything is in it.
      { path: `${applicationsFolder(name)}/.gitkeep`, content: '' },
    ],
    secrets: [],
    steps: blueprint.progress.map(step => ({
      id: `${name}-${step.id}`,
      title: step.title,
      watch: { kind: step.kind, namespace: name, name },
    })),
    links: [
      { title: name, entityRef: `system:default/${name}` },
      ...(host ? [{ title: host, url: url(host) }] : []),
    ],
    targets: [`environment/${name}`],
    values: {
      [`${name}.team`]: team,
      [`${name}.tier`]: tier,
      [`${name}.size`]: size,
      ...(host ? { host } : {}),
    },
  };
}
