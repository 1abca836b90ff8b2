import { z } from 'zod';
import { phrase } from '../words';
import { EVERY_KIND } from './finding';
import { notYet } from './not-yet';
import { rotateCredentialsPhrases } from './rotate-credentials.phrases';

/** New credentials in place of old ones. */
export const rotateCredentials = notYet({
  name: 'rotate_credentials',
  title: phrase`Change a password`,
  risk: 'medium',
  parameters: z.object({
    target: z.string().optional().describe('Whose credentials'),
  }),
  examples: rotateCredentialsPhrases,
  needs: [
    {
      parameter: 'target',
      text: phrase`Whose password is to be changed?`,
      kinds: EVERY_KIND,
    },
  ],
  about: 'target',
});
