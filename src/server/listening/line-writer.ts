import { fstatSync, write as writeToDescriptor } from 'node:fs';
import { isatty } from 'node:tty';

/** Writes lines, such as those of a log, without ever blocking the program or making it fail. */
export interface LineWriter {
  /** Accepts one or several lines. They are dropped when too much text is already waiting. */
  readonly write: (line: string) => void;
  /** Resolves when everything has been written or dropped, or after this many milliseconds. */
  readonly flush: (milliseconds: number) => Promise<void>;
}

/** Resolves when the text has been written. The next call follows only after that. */
export type Sink = (text: string) => Promise<void>;

interface Limits {
  /** The maximum number of waiting characters. */
  readonly waiting: number;
  /** Milliseconds between a failed attempt and the next one. */
  readonly retryAfter: number;
}

const usualLimits: Limits = { waiting: 256 * 1024, retryAfter: 1000 };

/** Text that cannot be written is dropped and counted. The count is written as soon as writing works again. */
export function createLineWriter(sink: Sink, limits: Limits = usualLimits): LineWriter {
  let waiting: string[] = [];
  let length = 0;
  let dropped = 0;
  let isRunning = false;
  const idle = new Set<() => void>();

  async function writeAll(): Promise<void> {
    while (waiting.length > 0 || dropped > 0) {
      const lines = waiting;
      const missing = dropped;
      if (missing > 0) lines.push(`Missing log lines that could not be written: ${missing}`);
      waiting = [];
      length = 0;
      dropped = 0;
      try {
        await sink(lines.map((line) => `${line}\n`).join(''));
      } catch {
        dropped += missing > 0 ? missing + lines.length - 1 : lines.length;
        leaveIdle();
        await new Promise((resolve) => void setTimeout(resolve, limits.retryAfter).unref());
      }
    }
    isRunning = false;
    leaveIdle();
  }

  function leaveIdle(): void {
    for (const resolve of idle) resolve();
    idle.clear();
  }

  return {
    write(line) {
      if (length + line.length > limits.waiting) {
        dropped += 1;
        return;
      }
      waiting.push(line);
      length += line.length;
      if (isRunning) return;
      isRunning = true;
      // An answer is sent before the line about it is written.
      setImmediate(() => void writeAll());
    },
    async flush(milliseconds) {
      if (!isRunning) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        idle.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
}

/** Writes to the same destination as `process.stdout`. */
export function createStdoutWriter(): LineWriter {
  const file = fstatSync(1);
  if (!isatty(1) && !file.isFIFO() && !file.isSocket()) return createLineWriter(writeToFile);
  // The reader may have gone. The text is then discarded.
  process.stdout.on('error', () => undefined);
  if (isatty(1)) unblockTerminal();
  return createLineWriter(writeToStream);
}

/** For a pipe, a socket or a terminal: Node waits for the reader without blocking the program. */
function writeToStream(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.destroyed) resolve();
    else process.stdout.write(text, () => resolve());
  });
}

/** For a file: `process.stdout` blocks on a file, and accepts nothing more after the disk was full once. */
function writeToFile(text: string): Promise<void> {
  return writeBytes(Buffer.from(text));
}

function writeBytes(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    writeToDescriptor(1, bytes, (error, written) => {
      if (error) reject(error);
      else resolve(written < bytes.length ? writeBytes(bytes.subarray(written)) : undefined);
    });
  });
}

/** Node writes to a terminal synchronously, and a user can stop a terminal for any length of time (Ctrl+S). */
function unblockTerminal(): void {
  if (process.platform === 'win32') return;
  // Node documents no other way. If `_handle` no longer exists, the terminal blocks as before.
  const handle: unknown = Reflect.get(process.stdout, '_handle');
  if (typeof handle !== 'object' || handle === null || !('setBlocking' in handle)) return;
  if (typeof handle.setBlocking === 'function') handle.setBlocking(false);
}
