import type { Response } from 'express';

/** Proxies close connections that say nothing for a while, often 30 seconds. */
const HEARTBEAT_MS = 15_000;

/** A response whose middleware may hold bytes back until it is flushed. */
type Flushable = Response & { flush?: () => void };

/**
 * Aborted when nobody listens any more. The request closes when its body has
 * been read, so only the response tells.
 */
export function listenerGone(res: Response): AbortSignal {
  const gone = new AbortController();
  res.on('close', () => gone.abort());
  if (res.destroyed) {
    gone.abort();
  }
  return gone.signal;
}

/**
 * Server-sent events upon a response. It opens with the first event, so that
 * what fails before can still answer with a status of its own.
 */
export class EventStream {
  readonly #res: Flushable;
  /** Aborted when the listener has gone. */
  readonly signal: AbortSignal;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(res: Response) {
    this.#res = res;
    this.signal = listenerGone(res);
    this.signal.addEventListener('abort', () => clearInterval(this.#heartbeat));
  }

  get isOpen(): boolean {
    return this.#res.headersSent;
  }

  /** Sends the head; nothing when it was sent already. */
  open(): void {
    if (this.isOpen || this.signal.aborted) {
      return;
    }
    this.#res.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
      Connection: 'keep-alive',
    });
    this.#res.flushHeaders();
    this.#heartbeat = setInterval(
      () => this.#write(': still here\n\n'),
      HEARTBEAT_MS,
    );
    this.#heartbeat.unref();
  }

  /** Sends an event; nothing when the listener has gone. */
  send(event: string, data: unknown, id?: string | number): void {
    this.open();
    const line = id === undefined ? '' : `id: ${id}\n`;
    this.#write(`event: ${event}\n${line}data: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    clearInterval(this.#heartbeat);
    if (!this.#res.writableEnded) {
      this.#res.end();
    }
  }

  #write(text: string): void {
    if (!this.signal.aborted && !this.#res.writableEnded) {
      this.#res.write(text);
      this.#res.flush?.();
    }
  }
}
