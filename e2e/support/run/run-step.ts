import { execFile } from 'node:child_process';
import { promisify, stripVTControlCharacters } from 'node:util';
import * as z from 'zod/mini';

const run = promisify(execFile);

/** The properties that Node.js adds to the error of a program that failed, was stopped or does not exist. */
const failure = z.object({
  stdout: z.string(),
  stderr: z.string(),
  killed: z.boolean(),
  message: z.string(),
});

const limitMinutes = 10;

/**
 * Runs a non-interactive program and returns its output.
 * @throws when it fails or does not end in time, with the reason in one line.
 */
export async function runStep(program: string, parameters: readonly string[]): Promise<string> {
  const running = run(program, parameters, {
    timeout: limitMinutes * 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  running.child.stdin?.end();
  try {
    return (await running).stdout;
  } catch (error) {
    const { stdout, stderr, killed, message } = failure.parse(error);
    if (killed) throw new Error(`it took more than ${limitMinutes} minutes`, { cause: error });
    throw new Error(findReason(`${stderr}\n${stdout}`) ?? message, { cause: error });
  }
}

/** The first line of the output that mentions an error. */
function findReason(output: string): string | undefined {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.find((line) => /^E:|error|fail/i.test(line))?.replace(/^(?:E|Error): /, '') ?? lines[0];
}
