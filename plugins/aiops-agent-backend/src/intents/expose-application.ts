import { z } from 'zod';
import { phrase } from '../words';
import { notYet } from './not-yet';
import { exposeApplicationPhrases } from './expose-application.phrases';

/** An address at which people reach an application. */
export const exposeApplication = notYet({
  name: 'expose_application',
  title: phrase`Open an application at an address`,
  risk: 'medium',
  parameters: z.object({
    application: z.string().optional().describe('Which application'),
    host: z.string().optional().describe('blog.corp.example.com'),
  }),
  examples: exposeApplicationPhrases,
  needs: [
    {
      parameter: 'application',
      text: phrase`Which application do you mean?`,
      kinds: ['application'],
    },
  ],
  about: 'application',
});
