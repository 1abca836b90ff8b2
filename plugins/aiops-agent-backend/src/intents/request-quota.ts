import { z } from 'zod';
import { phrase } from '../words';
import { notYet } from './not-yet';
import { requestQuotaPhrases } from './request-quota.phrases';

/** A higher limit for a team. */
export const requestQuota = notYet({
  name: 'request_quota',
  title: phrase`Ask for more room`,
  risk: 'medium',
  parameters: z.object({
    team: z.string().optional().describe('Whose limit'),
    resource: z
      .enum(['environments', 'cpu', 'memory', 'storage', 'databases', 'money'])
      .optional(),
    amount: z
      .union([z.number(), z.string()])
      .optional()
      .describe('A number; for memory and storage a quantity'),
  }),
  examples: requestQuotaPhrases,
  needs: [
    {
      parameter: 'resource',
      text: phrase`More of what do you need?`,
      choices: [
        'environments',
        'cpu',
        'memory',
        'storage',
        'databases',
        'money',
      ],
    },
    { parameter: 'amount', text: phrase`How much more do you need?` },
  ],
  about: 'team',
});
