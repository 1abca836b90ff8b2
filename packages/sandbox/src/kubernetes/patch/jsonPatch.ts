import { applyPatch, type Operation } from 'fast-json-patch';
import { badRequest, refusal } from '../resources/status';
import { copyJson } from '../values/json';

/** JSON patch (RFC 6902). @throws 400 when it is none, 422 when it doesn't fit the object */
export function jsonPatch(target: unknown, patch: unknown): unknown {
  if (!Array.isArray(patch)) {
    throw badRequest(
      'json: cannot unmarshal object into Go value of type jsonpatch.Patch',
    );
  }
  try {
    return applyPatch(copyJson(target), patch as Operation[], true).newDocument;
  } catch (error) {
    const [first] = (error as Error).message.split('\n');
    throw refusal(
      422,
      'Invalid',
      `the server rejected our request due to an error in our request: ${first}`,
      {},
    );
  }
}
