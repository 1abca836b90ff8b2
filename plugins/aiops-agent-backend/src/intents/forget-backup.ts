import {
  defineIntent,
  readBackups,
} from '@aiops-portal/plugin-aiops-agent-node';
import { ConflictError } from '@backstage/errors';
import { z } from 'zod';
import { say } from '../words';
import { actIn } from './drafting';

const parameters = z.object({ name: z.string() });

/**
 * Takes the file of a backup out of Git before Velero deletes the backup:
 * docs/decisions/0009 says why. Nobody says it; the portal asks for it when
 * the day has come.
 */
export const forgetBackup = defineIntent({
  name: 'forget_backup',
  title: 'Let a backup go',
  kind: 'change',
  risk: 'none',
  parameters,
  examples: [],

  async plan({ name }, { platform, now }) {
    const backup = readBackups(platform).find(each => each.name === name);
    const home = platform.environments.find(
      environment => environment.name === backup?.environment,
    );
    if (!backup || !home || Date.parse(backup.removeAfter) > now.getTime()) {
      throw new ConflictError(
        say`The backup ${name} is not due to leave Git, so nothing was changed.`,
      );
    }
    return {
      title: say`Let the backup ${name} go`,
      summary: say`The backup **${name}** is deleted within a day, as was agreed when it was made.`,
      team: home.team,
      intents: [{ intent: 'forget_backup', params: { name } }],
      targets: [`environment/${home.name}`, `backup/${name}`],
      values: { [`${name}.forgotten`]: true },
      edits: [{ path: backup.path }],
      secrets: [],
      risk: 'none',
      steps: [],
      links: [],
      fields: [],
      confirmLabel: say`Let it go`,
      // Who may order a backup may take the order back.
      acts: [actIn(home, { intent: 'create_backup' })],
    };
  },
});
