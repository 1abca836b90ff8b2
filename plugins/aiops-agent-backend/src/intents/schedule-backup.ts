import { z } from 'zod';
import { phrase } from '../words';
import { EVERY_KIND } from './finding';
import { notYet } from './not-yet';
import { scheduleBackupPhrases } from './schedule-backup.phrases';

/** Backups that happen by themselves. */
export const scheduleBackup = notYet({
  name: 'schedule_backup',
  title: phrase`Make backups on a schedule`,
  risk: 'low',
  parameters: z.object({
    target: z.string().optional().describe('What is backed up'),
    schedule: z.string().optional().describe('Five-field cron, UTC: 0 2 * * *'),
  }),
  examples: scheduleBackupPhrases,
  needs: [
    {
      parameter: 'target',
      text: phrase`What is to be backed up?`,
      kinds: EVERY_KIND,
    },
    {
      parameter: 'schedule',
      text: phrase`How often, for instance every night at 2?`,
    },
  ],
  about: 'target',
});
