import type { Plan } from '@aiops-portal/plugin-aiops-agent-common';
import {
  type ManifestCache,
  readPlatform,
  type PlanDraft,
  type PlatformSnapshot,
} from '@aiops-portal/plugin-aiops-agent-node';
import { ConflictError } from '@backstage/errors';
import { createCost } from '../cost';
import { createQuota } from '../quota';
import { applyEdits, diffEdits, settleEdits } from './diff';
import { checkLimits } from './limits';
import { checkNoSecrets, checkPaths, checkReadable } from './safety';
import { say } from '../words';

/** What a draft means for Git, money and room. */
export interface Assessment {
  edits: PlanDraft['edits'];
  files: Plan['files'];
  cost: Plan['cost'];
  quota: Plan['quota'];
}

/**
 * Makes a draft's edits in memory and reads the platform before and after, so
 * that whatever it changes is priced and counted, without knowing intents.
 *
 * @throws ConflictError when nothing would change, or Git couldn't be read
 * any more; InputError when the cluster would turn its copies away; Error when it would write where the portal doesn't, or a secret.
 */
export function assessDraft(
  draft: PlanDraft,
  platform: PlatformSnapshot,
  options: {
    currency?: string;
    writableFolders?: string[];
    /** Remembers files that were read before. */
    cache?: ManifestCache;
  } = {},
): Assessment {
  const edits = settleEdits(platform.files, draft.edits);
  if (edits.length === 0) {
    throw new ConflictError(
      say`It is like that already, so there is nothing to do.`,
    );
  }
  checkPaths(edits, options.writableFolders);
  checkNoSecrets(edits, draft.secrets);
  const after = readPlatform(
    applyEdits(platform.files, edits),
    `${platform.head}+planned`,
    options.cache,
  );
  checkReadable(platform, after);
  checkLimits(platform, after);
  return {
    edits,
    files: diffEdits(platform.files, edits),
    cost: createCost(platform, options.currency).change(after, draft.team),
    quota: createQuota(platform).change(after, draft.team),
  };
}
