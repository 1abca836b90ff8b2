import { z } from 'zod';
import { approveRequestPhrases } from './approve-request.phrases';
import { deciding } from './deciding';
import { requestParameter } from './parameters';
import { phrase } from '../words';

/** Shows a request to whoever may approve it; the card's button does. */
export const approveRequest = deciding({
  name: 'approve_request',
  title: 'Approve a request',
  parameters: z.object({ request: requestParameter }),
  examples: approveRequestPhrases,
  question: phrase`Which request do you want to approve?`,
  button: phrase`Approve`,
});
