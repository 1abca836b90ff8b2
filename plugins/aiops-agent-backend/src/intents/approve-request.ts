import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { approveRequestPhrases } from './approve-request.phrases';
import { APPROVE, requestToDecide, showForDecision } from './deciding';

const parameters = z.object({
  request: z.string().optional().describe('REQ-1042'),
});

/** Shows a request to whoever may approve it; the card's button does. */
export const approveRequest = defineIntent({
  name: 'approve_request',
  title: 'Approve a request',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: approveRequestPhrases,

  async prepare(params, context) {
    const { request, missing } = await requestToDecide(
      params.request,
      APPROVE,
      context,
    );
    return { params: { request }, missing };
  },

  answer: async ({ request }, context) =>
    showForDecision(request, APPROVE, context),
});
