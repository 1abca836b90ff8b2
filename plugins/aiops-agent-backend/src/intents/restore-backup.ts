import { z } from 'zod';
import { phrase } from '../words';
import { EVERY_KIND } from './finding';
import { notYet } from './not-yet';
import { restoreBackupPhrases } from './restore-backup.phrases';

/** The data of a thing as it was when a backup was made. */
export const restoreBackup = notYet({
  name: 'restore_backup',
  title: phrase`Bring data back from a backup`,
  risk: 'high',
  parameters: z.object({
    target: z.string().optional().describe('What is brought back'),
    backup: z.string().optional().describe('Name of the backup'),
    at: z.string().optional().describe('As it was then, ISO 8601'),
  }),
  examples: restoreBackupPhrases,
  needs: [
    {
      parameter: 'target',
      text: phrase`What is to be brought back?`,
      kinds: EVERY_KIND,
    },
  ],
  about: 'target',
});
