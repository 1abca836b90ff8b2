import { z } from 'zod';
import { phrase } from '../words';
import { notYet } from './not-yet';
import { runPlaybookPhrases } from './run-playbook.phrases';

/** An Ansible playbook over machines. */
export const runPlaybook = notYet({
  name: 'run_playbook',
  title: phrase`Run a playbook`,
  risk: 'high',
  parameters: z.object({
    playbook: z.string().optional().describe('patch'),
    target: z
      .string()
      .optional()
      .describe('Which environment, where not everything is meant'),
  }),
  examples: runPlaybookPhrases,
  needs: [
    { parameter: 'playbook', text: phrase`Which playbook is to be run?` },
  ],
});
