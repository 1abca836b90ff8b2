import { z } from 'zod';
import { phrase } from '../words';
import { notYet } from './not-yet';
import { provisionInfrastructurePhrases } from './provision-infrastructure.phrases';

/** Machines, volumes and load balancers, which Terraform makes. */
export const provisionInfrastructure = notYet({
  name: 'provision_infrastructure',
  title: phrase`Add machines`,
  risk: 'high',
  parameters: z.object({
    resource: z.enum(['node', 'vm', 'volume', 'load-balancer']).optional(),
    count: z.number().int().positive().optional(),
    size: z.enum(['small', 'medium', 'large']).optional(),
  }),
  examples: provisionInfrastructurePhrases,
  needs: [
    {
      parameter: 'resource',
      text: phrase`What is to be added?`,
      choices: ['node', 'vm', 'volume', 'load-balancer'],
    },
  ],
});
