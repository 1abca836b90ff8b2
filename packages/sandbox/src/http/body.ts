import type { IncomingMessage } from 'node:http';

/** The body was larger than what is read. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/**
 * Reads the whole body.
 *
 * @throws BodyTooLargeError beyond `limit` bytes.
 */
export async function readBody(
  req: IncomingMessage,
  limit = 1024 * 1024,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += (chunk as Buffer).length;
    if (size > limit) {
      throw new BodyTooLargeError(`The body is larger than ${limit} bytes`);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
