import {
  ENVIRONMENT_ANNOTATION,
  TIER_ANNOTATION,
} from '@aiops-portal/plugin-aiops-agent-common';
import type { Environment } from '@aiops-portal/plugin-aiops-agent-node';
import type { SystemEntityV1alpha1 } from '@backstage/catalog-model';
import { locationAnnotations } from './location';
import { entityName, tags } from './names';
import type { EntityOptions } from './types';

const TIERS: Record<Environment['tier'], string> = {
  dev: 'Development environment',
  test: 'Test environment',
  staging: 'Staging environment',
  prod: 'Production environment',
};

/** An environment as the catalog has it. */
export function environmentEntity(
  environment: Environment,
  options: EntityOptions,
): SystemEntityV1alpha1 {
  const { name, team, tier, asleep } = environment;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name: entityName(name),
      title: environment.title,
      description: `${TIERS[tier]} of the team ${team}`,
      annotations: {
        ...locationAnnotations(environment.path, options),
        [ENVIRONMENT_ANNOTATION]: name,
        [TIER_ANNOTATION]: tier,
        'backstage.io/kubernetes-namespace': name,
        // Whatever is deployed in it: all of that carries the label.
        'backstage.io/kubernetes-label-selector': 'app.kubernetes.io/instance',
      },
      tags: tags(tier, asleep && 'asleep'),
    },
    spec: {
      type: 'environment',
      owner: `group:default/${entityName(team)}`,
    },
  };
}
