import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { requestId } from './finding';
import { showRequestPhrases } from './show-request.phrases';
import { sees, verbatim } from './wording';
import { say } from '../words';

const parameters = z.object({
  request: z
    .string()
    .optional()
    .describe(
      'REQ-1042; without it, the newest of theirs, else one they may approve',
    ),
});

/** What became of a request. */
export const showRequest = defineIntent({
  name: 'show_request',
  title: 'See what became of a request',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: showRequestPhrases,

  async prepare(params) {
    return {
      params: { request: params.request && requestId(params.request) },
      missing: [],
    };
  },

  async answer(params, context) {
    const change = params.request
      ? await context.changes.get(params.request)
      : (await context.changes.list({ role: 'requester' })).at(0) ??
        (
          await context.changes.list({
            role: 'approver',
            state: 'awaiting-approval',
          })
        ).at(0);
    if (!change) {
      return {
        text: say`You haven't asked for anything yet.`,
        suggestions: [{ text: say`What can you do?` }],
      };
    }
    const why = change.failure
      ? ` ${verbatim(change.failure.message)} ${verbatim(
          change.failure.advice,
        )}`
      : '';
    const rejected = change.approvals.find(
      ({ decision }) => decision === 'rejected',
    );
    const turnedDown = rejected
      ? say` ${verbatim(rejected.byName)} turned it down${
          rejected.reason ? `: “${verbatim(rejected.reason)}”` : ''
        }.`
      : '';
    return {
      text: `**${change.id}**, ${verbatim(change.title)}: ${
        change.stateText
      }.${why}${turnedDown}`,
      change,
      details:
        change.commit && sees(context.person.level, 'admin')
          ? [
              {
                title: say`Written down as`,
                body: [change.commit.sha, change.commit.url ?? '']
                  .join('\n')
                  .trim(),
                language: 'text',
                level: 'admin',
              },
            ]
          : undefined,
    };
  },
});
