import {
  ASLEEP_SINCE_ANNOTATION,
  OWNER_ANNOTATION,
  REMOVE_AFTER_ANNOTATION,
  TIER_ANNOTATION,
  TITLE_ANNOTATION,
  type Tier,
} from '@aiops-portal/plugin-aiops-agent-common';
import { environmentPath } from './layout';
import type { Manifest } from './manifests';
import type { Report } from './sizes';
import { readTitle } from './titles';
import type { Environment, Sleep } from './types';

const TIERS: readonly string[] = ['dev', 'test', 'staging', 'prod'];

const TIER_ENDINGS: Array<[RegExp, Tier]> = [
  [/(^|-)(dev|develop|development|sandbox)$/, 'dev'],
  [/(^|-)(test|testing|qa)$/, 'test'],
  [/(^|-)(stage|staging|preprod)$/, 'staging'],
];

/**
 * Reads an environment from its Namespace. Without an owner it is none, since
 * nobody could be asked about it.
 */
export function readEnvironment(
  name: string,
  manifests: Manifest[],
  report: Report,
): Environment | undefined {
  const namespace = manifests.find(manifest => manifest.kind === 'Namespace');
  if (!namespace) {
    report('It has no Namespace, so that nothing can run in it.');
    return undefined;
  }
  const { annotations } = namespace;
  if (namespace.name !== name) {
    report(
      `Its Namespace is called ${namespace.name}: it must be called as its folder is.`,
    );
    return undefined;
  }
  const team = annotations[OWNER_ANNOTATION];
  if (!team) {
    report(`Its Namespace names no owner (${OWNER_ANNOTATION}).`);
    return undefined;
  }
  return {
    name,
    title: readTitle(annotations[TITLE_ANNOTATION]),
    team,
    tier: readTier(name, annotations[TIER_ANNOTATION], report),
    asleep: readSleep(annotations),
    path: environmentPath(name),
  };
}

/** Whether and since when a thing sleeps. */
export function readSleep(
  annotations: Record<string, string>,
): Sleep | undefined {
  const since = annotations[ASLEEP_SINCE_ANNOTATION];
  const removeAfter = annotations[REMOVE_AFTER_ANNOTATION];
  return since ? { since, ...(removeAfter ? { removeAfter } : {}) } : undefined;
}

/** What isn't known to be anything else is treated with production's care. */
function readTier(
  name: string,
  written: string | undefined,
  report: Report,
): Tier {
  if (written && TIERS.includes(written)) {
    return written as Tier;
  }
  if (written) {
    report(`${written} is not a tier: it is treated as production.`);
    return 'prod';
  }
  return TIER_ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? 'prod';
}
