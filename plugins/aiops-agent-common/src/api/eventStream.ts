import { createParser, type EventSourceMessage } from 'eventsource-parser';

/**
 * The server-sent events of a response, in order. Leaving the loop early
 * closes the connection, which tells the server to stop.
 */
export async function* readEventStream(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<EventSourceMessage> {
  const arrived: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: event => arrived.push(event) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (value) {
        parser.feed(decoder.decode(value, { stream: true }));
      }
      yield* arrived.splice(0);
      if (done) {
        return;
      }
    }
  } finally {
    await reader.cancel();
  }
}
