import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'yaml';
import {
  badRequest,
  refusal,
  StatusError,
  type Status,
} from '../resources/status';
import { BodyTooLargeError } from '../../http';
import { isProtobuf, readProtobuf } from '../schema';
import type { Caller, ServiceAccountTokens } from '../access';

const LARGEST_BODY = 3 * 1024 * 1024;

/** One request and its answer. */
export interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
  path: string;
  query: URLSearchParams;
  caller: Caller;
  /** Who makes tokens of service accounts. */
  serviceAccounts: ServiceAccountTokens;
}

/** Answers with JSON. */
export function sendObject(
  res: ServerResponse,
  code: number,
  body: unknown,
  contentType = 'application/json',
): void {
  res.writeHead(code, {
    'content-type': contentType,
    'cache-control': 'no-cache, private',
  });
  res.end(JSON.stringify(body));
}

/** Answers with JSON in parts, as fast as the client takes them. */
export async function sendParts(
  res: ServerResponse,
  parts: Iterable<string>,
): Promise<void> {
  res.writeHead(200, {
    'content-type': 'application/json',
    'cache-control': 'no-cache, private',
  });
  try {
    await pipeline(Readable.from(parts), res);
  } catch (error) {
    // The client may go before the end.
    if (
      (error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE'
    ) {
      throw error;
    }
  }
}

/** Adds what a client shall tell its person. */
export function warn(res: ServerResponse, texts: string[]): void {
  if (texts.length) {
    res.setHeader(
      'warning',
      texts.map(text => `299 - ${JSON.stringify(text)}`),
    );
  }
}

/** Answers with a refusal. */
export function sendStatus(res: ServerResponse, status: Status): void {
  if (status.code === 401) {
    res.setHeader('www-authenticate', 'Bearer');
  }
  sendObject(res, status.code, status);
}

/** The body as JSON or YAML. @throws 400, 413, 415 */
export async function readObject(req: IncomingMessage): Promise<unknown> {
  const type = req.headers['content-type'] ?? 'application/json';
  if (type.includes('cbor')) {
    throw refusal(
      415,
      'UnsupportedMediaType',
      'the body of the request was in an unknown format - accepted media types include: application/json, application/yaml',
    );
  }
  let bytes: Buffer;
  try {
    bytes = await readBytes(req, LARGEST_BODY);
  } catch (error) {
    if (error instanceof BodyTooLargeError) {
      throw refusal(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${LARGEST_BODY}`,
      );
    }
    throw error;
  }
  if (isProtobuf(bytes)) {
    return readProtobuf(bytes);
  }
  const text = bytes.toString('utf8');
  if (!text.trim()) {
    return undefined;
  }
  try {
    return type.includes('yaml') ? parse(text) : JSON.parse(text);
  } catch (error) {
    throw badRequest(
      `error decoding the body: ${(error as Error).message.split('\n')[0]}`,
    );
  }
}

async function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += (chunk as Buffer).length;
    if (size > limit) {
      throw new BodyTooLargeError(`The body is larger than ${limit} bytes`);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Whether an error is a refusal. */
export function isRefusal(error: unknown): error is StatusError {
  return error instanceof StatusError;
}
