import { InputError } from '@backstage/errors';
import { say } from '../../words';

/**
 * `REQ-1042` for what people write: `req-1042`, `1042`.
 *
 * @throws InputError when it is no number of a request.
 */
export function requestId(said: string): string {
  const match = /^(?:req[-\s#]*)?(\d{1,9})$/i.exec(said.trim());
  if (!match) {
    throw new InputError(
      say`A request is called something like "REQ-1042". Nothing was changed; name it once more.`,
    );
  }
  return `REQ-${match[1]}`;
}
