import { z } from 'zod';

/** Parameters that several intents take, so that they mean the same in each. */

export const targetParameter = z
  .string()
  .optional()
  .describe('An application, a database or an environment');

export const periodParameter = z
  .string()
  .max(40)
  .optional()
  .describe('today, last_month, … or an ISO 8601 duration');

export const requestParameter = z.string().optional().describe('REQ-1042');
