import { defineIntent } from '@aiops-portal/plugin-aiops-agent-node';
import { InputError, NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import { say } from '../words';
import { backupsOf, planBackup } from './backups';
import { createBackupPhrases } from './create-backup.phrases';
import { findTarget, nameOf, settleTarget, type Target } from './finding';
import { targetParameter } from './parameters';

const parameters = z.object({
  target: targetParameter,
  made: z
    .string()
    .optional()
    .describe('When it was asked for (ISO 8601), which is in its name'),
});

function sleeps(target: Target): boolean {
  const { asleep } =
    target.kind === 'environment' ? target.environment : target.thing;
  return asleep !== undefined;
}

/** A backup of an application, a database or a whole environment, now. */
export const createBackup = defineIntent({
  name: 'create_backup',
  title: 'Make a backup',
  kind: 'change',
  risk: 'none',
  parameters,
  examples: createBackupPhrases,

  async prepare(params, context) {
    // Said before anything is asked or planned.
    backupsOf(context);
    const { target, missing } = settleTarget(
      params.target,
      say`What shall I back up?`,
      context,
    );
    return {
      params: target ? { target, made: context.now.toISOString() } : {},
      missing,
    };
  },

  async plan(params, context) {
    backupsOf(context);
    const target = params.target && findTarget(params.target, context);
    if (!target) {
      throw new NotFoundError(
        say`There is nothing called ${params.target} that could be backed up, so nothing was changed.`,
      );
    }
    const made = params.made ? new Date(params.made) : context.now;
    if (!(made.getTime() <= context.now.getTime())) {
      throw new InputError(
        say`A backup is made now and not at another time, so nothing was changed.`,
      );
    }
    const part = context.compose.backup(
      target.kind === 'environment' ? target.environment : target.thing,
      made,
    );
    if (sleeps(target) && !part.snapshots) {
      throw new InputError(
        say`"${nameOf(
          target,
        )}" is asleep, and only what runs can be copied, so nothing was changed. Its data stays as it is while it sleeps; wake it first if you want a copy.`,
      );
    }
    return planBackup(target, part, made, context);
  },
});
