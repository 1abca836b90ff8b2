import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { REJECT, requestToDecide, showForDecision } from './deciding';
import { rejectRequestPhrases } from './reject-request.phrases';

const parameters = z.object({
  request: z.string().optional().describe('REQ-1042'),
  reason: z.string().optional().describe('Why, in the words that were said'),
});

/** Shows a request to whoever may turn it down; the card's button does. */
export const rejectRequest = defineIntent({
  name: 'reject_request',
  title: 'Turn a request down',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: rejectRequestPhrases,

  async prepare(params, context) {
    const { request, missing } = await requestToDecide(
      params.request,
      REJECT,
      context,
    );
    return { params: { ...params, request }, missing };
  },

  answer: async ({ request }, context) =>
    showForDecision(request, REJECT, context),
});
