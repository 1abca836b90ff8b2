import type {
  Change,
  Item,
  Tone,
} from '@aiops-portal/plugin-aiops-agent-common';
import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { listRequestsPhrases } from './list-requests.phrases';
import { counted } from './wording';

const parameters = z.object({
  state: z
    .enum([
      'awaiting-approval',
      'open',
      'approved',
      'rejected',
      'done',
      'failed',
    ])
    .optional(),
});

/** Enough for one answer; the requests page has them all. */
const MOST = 20;

function toneOf(change: Change): Tone {
  switch (change.state) {
    case 'live':
      return 'positive';
    case 'failed':
    case 'rejected':
      return 'danger';
    case 'awaiting-approval':
      return 'warning';
    default:
      return 'neutral';
  }
}

function itemOf(change: Change): Item {
  return {
    title: `${change.id} · ${change.title}`,
    subtitle: `${change.requesterName} · ${change.stateText}`,
    tone: toneOf(change),
    changeId: change.id,
  };
}

const STATE_WORDS: Record<string, string> = {
  open: 'open ',
  approved: 'approved ',
  rejected: 'rejected ',
  done: 'finished ',
  failed: 'failed ',
};

/** What waits for the person, and what they have asked for. */
export const listRequests = defineIntent({
  name: 'list_requests',
  title: 'List requests',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: listRequestsPhrases,

  async answer(params, context) {
    const { state } = params;
    const own = await context.changes.list({ state, role: 'requester' });
    if (state === 'awaiting-approval') {
      const forMe = await context.changes.list({ state, role: 'approver' });
      const waiting =
        forMe.length > 0
          ? `${counted(forMe.length, 'request')} ${
              forMe.length === 1 ? 'waits' : 'wait'
            } for your approval`
          : 'Nothing waits for your approval';
      const mine =
        own.length > 0
          ? `, and ${own.length} of yours for somebody else's`
          : '';
      return {
        text: `${waiting}${mine}.`,
        items: [...forMe, ...own].slice(0, MOST).map(itemOf),
      };
    }
    const word = state ? STATE_WORDS[state] : '';
    return {
      text:
        own.length > 0
          ? `You have ${counted(own.length, `${word}request`)}.`
          : `You have no ${word}requests.`,
      items: own.slice(0, MOST).map(itemOf),
    };
  },
});
