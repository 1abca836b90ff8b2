import { CustomErrorBase } from '@backstage/errors';
import { PUSH_REJECTED } from './types';

/**
 * The remote took another push first, so that a commit made upon an older
 * head was not accepted. Nothing was written; plan again on the new head.
 */
export class PushRejectedError extends CustomErrorBase {
  readonly name = PUSH_REJECTED;
}

/** Name of {@link PushRefusedError}. */
export const PUSH_REFUSED = 'PushRefusedError';

/**
 * The remote does not accept pushes from us at all: a protected branch, a
 * hook that declined, an account that may not write. Trying again is no help.
 */
export class PushRefusedError extends CustomErrorBase {
  readonly name = PUSH_REFUSED;
}
