import { z } from 'zod';
import { phrase } from '../words';
import { EVERY_KIND } from './finding';
import { notYet } from './not-yet';
import { revokeAccessPhrases } from './revoke-access.phrases';

/** Rights that a person or a team is to have no longer. */
export const revokeAccess = notYet({
  name: 'revoke_access',
  title: phrase`Take access away`,
  risk: 'high',
  parameters: z.object({
    subject: z.string().optional().describe('Who'),
    target: z.string().optional().describe('To what'),
  }),
  examples: revokeAccessPhrases,
  needs: [
    { parameter: 'subject', text: phrase`Whose access is to end?` },
    {
      parameter: 'target',
      text: phrase`To what?`,
      kinds: EVERY_KIND,
    },
  ],
  about: 'target',
});
