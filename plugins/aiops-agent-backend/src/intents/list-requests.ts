import type {
  Change,
  Item,
  Tone,
} from '@aiops-portal/plugin-aiops-agent-common';
import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { listRequestsPhrases } from './list-requests.phrases';
import { counted } from './wording';
import { phrase, say, sayAgain } from '../words';

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

/** One request of a state, and several. */
const REQUESTS: Record<string, [one: string, many: string]> = {
  open: [phrase`open request`, phrase`open requests`],
  approved: [phrase`approved request`, phrase`approved requests`],
  rejected: [phrase`rejected request`, phrase`rejected requests`],
  done: [phrase`finished request`, phrase`finished requests`],
  failed: [phrase`failed request`, phrase`failed requests`],
};
const ANY: [one: string, many: string] = [phrase`request`, phrase`requests`];

function waitingWord(count: number): string {
  if (count === 0) {
    return say`Nothing waits for your approval`;
  }
  return count === 1
    ? say`1 request waits for your approval`
    : say`${count} requests wait for your approval`;
}

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
      const mine =
        own.length > 0
          ? say`, and ${own.length} of yours for somebody else's`
          : '';
      return {
        text: `${waitingWord(forMe.length)}${mine}.`,
        items: [...forMe, ...own].slice(0, MOST).map(itemOf),
      };
    }
    const words = (state && REQUESTS[state]) || ANY;
    return {
      text:
        own.length > 0
          ? say`You have ${counted(own.length, ...words)}.`
          : say`You have no ${sayAgain(words[1])}.`,
      items: own.slice(0, MOST).map(itemOf),
    };
  },
});
