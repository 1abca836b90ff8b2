import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ChangeLimits } from './states';

const KEYS: Array<keyof ChangeLimits> = [
  'approvalMinutes',
  'syncingMinutes',
  'verifyingMinutes',
  'outageMinutes',
];

/**
 * Reads `aiopsAgent.limits`; what isn't there keeps its default.
 *
 * @throws InputError when a limit is not more than 0.
 */
export function readChangeLimits(
  config: RootConfigService,
): Partial<ChangeLimits> {
  const limits: Partial<ChangeLimits> = {};
  for (const key of KEYS) {
    const minutes = config.getOptionalNumber(`aiopsAgent.limits.${key}`);
    if (minutes !== undefined && !(minutes > 0)) {
      throw new InputError(`aiopsAgent.limits.${key} must be more than 0.`);
    }
    if (minutes !== undefined) {
      limits[key] = minutes;
    }
  }
  return limits;
}
