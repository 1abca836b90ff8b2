import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { cancelRequestPhrases } from './cancel-request.phrases';
import { requestId } from './finding';
import { requestParameter } from './parameters';
import { say } from '../words';

const parameters = z.object({ request: requestParameter });

/**
 * Takes a request back while nothing has been written down. It needs no plan:
 * nothing in Git changes, and asking again brings the request back.
 */
export const cancelRequest = defineIntent({
  name: 'cancel_request',
  title: 'Take a request back',
  kind: 'answer',
  risk: 'low',
  parameters,
  examples: cancelRequestPhrases,

  async prepare(params, context) {
    if (params.request) {
      return { params: { request: requestId(params.request) }, missing: [] };
    }
    const open = await context.changes.list({
      state: 'open',
      role: 'requester',
    });
    const possible = open.filter(({ can }) => can.cancel);
    if (possible.length === 1) {
      return { params: { request: possible[0].id }, missing: [] };
    }
    if (possible.length === 0) {
      return { params: {}, missing: [] };
    }
    return {
      params: {},
      missing: [
        {
          parameter: 'request',
          text: say`Which of your requests shall I take back?`,
          choices: possible
            .slice(0, 6)
            .map(({ id, title }) => ({ value: id, label: `${id}: ${title}` })),
        },
      ],
    };
  },

  async answer(params, context) {
    if (!params.request) {
      const [newest] = await context.changes.list({ role: 'requester' });
      return {
        change: newest?.can.undo ? newest : undefined,
        text: say`You have no request that could still be taken back. What has been written down can be undone instead, on its card.`,
      };
    }
    const asked = await context.changes.get(params.request);
    if (!asked.can.cancel && asked.can.undo) {
      return {
        text: say`**${asked.id}** has been written down already, so that it can't be taken back any more. You can undo it here, on its card.`,
        change: asked,
      };
    }
    const change = await context.changes.cancel(params.request);
    return {
      text: say`**${change.id}** is cancelled. Nothing was changed.`,
      change,
    };
  },
});
