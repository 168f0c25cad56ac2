import { CheckError } from './check-error.ts';
import { parseJson } from './schemas/parse-json.ts';
import { type CheckEvent, checkEvent } from './schemas/connection-check.ts';

/** A longer line is not an event. The longest one has the names of a certificate. */
const mostCharacters = 100_000;

/**
 * Reads the answer of a connection check, one event per line, as the lines arrive. Ends after the last event.
 * @throws {CheckError} `cut` when the stream ends without its last event, `unreadable` when a line is no event.
 */
export async function* readCheckEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<CheckEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = '';
  try {
    for (;;) {
      // A lost connection and an early end are the same to the reader of a check.
      const { done, value = '' } = await reader.read().catch(() => ({ done: true, value: '' }));
      if (done) throw new CheckError('cut', null);
      const lines = `${pending}${value}`.split('\n');
      pending = lines.pop() ?? '';
      if (pending.length > mostCharacters) throw new CheckError('unreadable', null);
      for (const line of lines) {
        if (line.trim() === '') continue;
        const event = checkEvent.safeParse(parseJson(line));
        if (!event.success) throw new CheckError('unreadable', null);
        yield event.data;
        if (event.data.type === 'finished') return;
      }
    }
  } finally {
    // The rest of an answer that is not read to its end is not downloaded.
    await reader.cancel().catch(() => undefined);
  }
}
