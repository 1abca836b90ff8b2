import type { PlatformSnapshot } from '@aiops-portal/plugin-aiops-agent-node';
import type { Entity } from '@backstage/catalog-model';
import { deployedEntity } from './deployedEntity';
import { environmentEntity } from './environmentEntity';
import type { EntityOptions } from './types';

/** Everything in the platform repository as entities of the catalog. */
export function platformEntities(
  platform: PlatformSnapshot,
  options: EntityOptions,
): Entity[] {
  return [
    ...platform.environments.map(environment =>
      environmentEntity(environment, options),
    ),
    ...platform.deployed.map(thing => deployedEntity(thing, platform, options)),
  ];
}
