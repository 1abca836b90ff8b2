import { z } from 'zod';
import { phrase } from '../words';
import { notYet } from './not-yet';
import { rollbackApplicationPhrases } from './rollback-application.phrases';

/** The version of an application that ran before. */
export const rollbackApplication = notYet({
  name: 'rollback_application',
  title: phrase`Go back to an older version`,
  risk: 'medium',
  parameters: z.object({
    application: z.string().optional().describe('Which application'),
    to: z
      .string()
      .optional()
      .describe('previous, a version, or when it ran (ISO 8601)'),
  }),
  examples: rollbackApplicationPhrases,
  needs: [
    {
      parameter: 'application',
      text: phrase`Which application do you mean?`,
      kinds: ['application'],
    },
  ],
  about: 'application',
});
