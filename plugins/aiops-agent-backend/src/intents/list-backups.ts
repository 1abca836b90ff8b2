import {
  defineIntent,
  type Answer,
  type Backup,
  type IntentContext,
} from '@aiops-portal/plugin-aiops-agent-node';
import { z } from 'zod';
import { say } from '../words';
import { covers, lacksData, listed, verdictOf } from './backups';
import {
  asksAboutAll,
  findTarget,
  mine,
  nameOf,
  settleTargetOrAll,
  targetsOf,
  type Target,
} from './finding';
import { listBackupsPhrases } from './list-backups.phrases';
import { targetParameter } from './parameters';
import { counted } from './wording';

const parameters = z.object({ target: targetParameter });

function ofTarget(
  target: Target,
  all: Backup[],
  context: IntentContext,
): Answer {
  const backups = all.filter(backup => covers(backup, target));
  return {
    text: verdictOf(target, backups),
    ...listed(backups, context),
    suggestions: [{ text: say`Make a backup of ${nameOf(target)}` }],
  };
}

/** All that concerns the person's teams, or all where they have none. */
function overview(all: Backup[], context: IntentContext): Answer {
  const { person } = context;
  const whole = asksAboutAll(person);
  const targets = whole
    ? targetsOf(context)
    : mine(targetsOf(context), context);
  const backups = all.filter(
    backup => whole || targets.some(target => covers(backup, target)),
  );
  if (backups.length === 0) {
    return {
      text: whole
        ? say`There are no backups.`
        : say`There are no backups of what is yours.`,
      suggestions: targets
        .slice(0, 1)
        .map(target => ({ text: say`Make a backup of ${nameOf(target)}` })),
    };
  }
  return { text: summaryOf(backups, whole), ...listed(backups, context) };
}

function summaryOf(backups: Backup[], whole: boolean): string {
  const count = counted(backups.length, 'backup');
  const lacking = backups.filter(lacksData).length;
  if (lacking > 0) {
    return whole
      ? say`I know of ${count}. Data is missing from ${lacking}.`
      : say`I know of ${count} of what is yours. Data is missing from ${lacking}.`;
  }
  return whole
    ? say`I know of ${count}, with nothing missing.`
    : say`I know of ${count} of what is yours, with nothing missing.`;
}

/** Which backups there are, of what, and what is in them. */
export const listBackups = defineIntent({
  name: 'list_backups',
  title: 'See the backups',
  kind: 'answer',
  risk: 'none',
  parameters,
  examples: listBackupsPhrases,

  async prepare(params, context) {
    const { target, missing } = settleTargetOrAll(
      params.target,
      say`Whose backups do you mean?`,
      context,
    );
    return { params: { target }, missing };
  },

  async answer(params, context) {
    const target = params.target && findTarget(params.target, context);
    if (params.target && !target) {
      return {
        text: say`There is nothing of that name that I can show you.`,
      };
    }
    const all = context.runtime.backups();
    if (!all) {
      return {
        text: say`There are no backups: they are made by Velero, and the cluster has none that I can see. The platform team can install it, or let me see it.`,
      };
    }
    return target ? ofTarget(target, all, context) : overview(all, context);
  },
});
