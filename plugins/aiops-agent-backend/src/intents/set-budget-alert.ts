import { z } from 'zod';
import { phrase } from '../words';
import { notYet } from './not-yet';
import { setBudgetAlertPhrases } from './set-budget-alert.phrases';

/** A word when a team spends more than a sum a month. */
export const setBudgetAlert = notYet({
  name: 'set_budget_alert',
  title: phrase`Be told about costs`,
  risk: 'low',
  parameters: z.object({
    team: z.string().optional().describe('Whose spending'),
    amount: z
      .number()
      .optional()
      .describe('Per month, in the currency of the portal'),
  }),
  examples: setBudgetAlertPhrases,
  needs: [
    {
      parameter: 'amount',
      text: phrase`From which sum a month on do you want to be told?`,
    },
  ],
  about: 'team',
});
