import { z } from 'zod';
import { deciding } from './deciding';
import { requestParameter } from './parameters';
import { rejectRequestPhrases } from './reject-request.phrases';
import { phrase } from '../words';

/** Shows a request to whoever may turn it down; the card's button does. */
export const rejectRequest = deciding({
  name: 'reject_request',
  title: 'Turn a request down',
  parameters: z.object({
    request: requestParameter,
    reason: z.string().optional().describe('Why, in the words that were said'),
  }),
  examples: rejectRequestPhrases,
  question: phrase`Which request do you want to turn down?`,
  button: phrase`Turn down`,
});
