import { z } from 'zod';
import { phrase } from '../words';
import { notYet } from './not-yet';
import { extendEnvironmentPhrases } from './extend-environment.phrases';

/** An environment that is to live longer than was agreed. */
export const extendEnvironment = notYet({
  name: 'extend_environment',
  title: phrase`Keep an environment longer`,
  risk: 'low',
  parameters: z.object({
    environment: z.string().optional().describe('Which environment'),
    ttl: z.string().optional().describe('ISO 8601 duration: P2W'),
  }),
  examples: extendEnvironmentPhrases,
  needs: [
    {
      parameter: 'environment',
      text: phrase`Which environment do you mean?`,
      kinds: ['environment'],
    },
    {
      parameter: 'ttl',
      text: phrase`For how much longer, for instance two weeks?`,
    },
  ],
  about: 'environment',
});
