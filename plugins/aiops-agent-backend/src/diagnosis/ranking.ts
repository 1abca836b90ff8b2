import type { Found } from './found';

const ROLES: Found['role'][] = ['cause', 'effect', 'symptom'];
/** A cause that is less sure than this doesn't come before what is seen. */
const SURE = 0.5;

/**
 * What explains what: where the first is found, the others are its
 * consequences, and only repeat it.
 */
const EXPLAINS: Array<[RegExp, RegExp]> = [
  [
    /^dependency\.(down|scaled-to-zero)$/,
    /^(crash\.exit-error|app\.error-logs|dependency\.(down|wrong-address|wrong-port)|config\.env-wrong|probe\.)/,
  ],
  [
    /^memory\.limit-exceeded$/,
    /^(crash\.exit-error|performance\.memory-high)$/,
  ],
  [/^(config|mount)\./, /^crash\.exit-error$/],
  [/^gitops\.(sync-failed|out-of-sync)$/, /^not-found$/],
  [/^scaled\.to-zero$/, /^(service|gitops\.degraded|rollout)\b/],
];

/**
 * Most likely first: causes before their effects, effects before symptoms,
 * the surer before the less sure. A cause takes the evidence of what it
 * explains; symptoms are named only where nothing explains them.
 */
export function rank(all: Found[]): Found[] {
  const sorted = unique(all).sort(
    (a, b) => rankOf(a) - rankOf(b) || b.confidence - a.confidence,
  );
  const kept: Found[] = [];
  for (const found of sorted) {
    const cause = kept.find(other => explains(other, found));
    if (cause) {
      cause.evidence = merged(cause, found);
    } else if (found.role !== 'symptom' || kept.length === 0) {
      kept.push({ ...found });
    }
  }
  return kept;
}

function rankOf({ role, confidence }: Found): number {
  return ROLES.indexOf(role) + (role === 'cause' && confidence < SURE ? 1 : 0);
}

function explains(one: Found, other: Found): boolean {
  return EXPLAINS.some(
    ([cause, effect]) => cause.test(one.cause) && effect.test(other.cause),
  );
}

function merged(one: Found, other: Found): Found['evidence'] {
  const known = new Set(one.evidence.map(({ source, text }) => source + text));
  return [
    ...one.evidence,
    ...other.evidence.filter(({ source, text }) => !known.has(source + text)),
  ].slice(0, 8);
}

/** The same cause at the same object is said once, as surely as it may be. */
function unique(all: Found[]): Found[] {
  const best = new Map<string, Found>();
  for (const found of all) {
    const key = `${found.cause} ${found.target}`;
    const known = best.get(key);
    if (!known || found.confidence > known.confidence) {
      best.set(key, found);
    }
  }
  return [...best.values()];
}
