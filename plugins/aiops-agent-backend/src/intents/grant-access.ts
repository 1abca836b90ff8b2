import { z } from 'zod';
import { phrase } from '../words';
import { EVERY_KIND } from './finding';
import { notYet } from './not-yet';
import { grantAccessPhrases } from './grant-access.phrases';

/** Rights for a person or a team on a thing or an environment. */
export const grantAccess = notYet({
  name: 'grant_access',
  title: phrase`Give somebody access`,
  risk: 'high',
  parameters: z.object({
    subject: z.string().optional().describe('Who'),
    target: z.string().optional().describe('To what'),
    role: z.enum(['viewer', 'developer', 'admin']).optional(),
  }),
  examples: grantAccessPhrases,
  needs: [
    { parameter: 'subject', text: phrase`Who is to have access?` },
    {
      parameter: 'target',
      text: phrase`To what?`,
      kinds: EVERY_KIND,
    },
  ],
  about: 'target',
});
