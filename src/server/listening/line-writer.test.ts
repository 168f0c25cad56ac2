import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Sink, createLineWriter } from './line-writer.ts';

const limits = { waiting: 100, retryAfter: 1 };

/** A sink that accepts each text only when the test releases it. */
function slowSink() {
  const texts: string[] = [];
  let done: { resolve: () => void; reject: (error: Error) => void } | null = null;
  const sink: Sink = (text) =>
    new Promise((resolve, reject) => {
      texts.push(text);
      done = { resolve, reject };
    });
  return {
    sink,
    texts,
    take: () => done?.resolve(),
    refuse: () => done?.reject(new Error('ENOSPC')),
  };
}

it('writes lines in order, including those that arrive during a write', async () => {
  const { sink, texts, take } = slowSink();
  const { write, flush } = createLineWriter(sink, limits);
  write('one');
  write('two');
  await expect.poll(() => texts).toEqual(['one\ntwo\n']);
  write('three');
  write('four');
  take();
  await expect.poll(() => texts).toEqual(['one\ntwo\n', 'three\nfour\n']);
  take();
  await flush(60_000);
});

it('drops lines above the limit, and reports how many when it writes again', async () => {
  const { sink, texts, take } = slowSink();
  const { write } = createLineWriter(sink, limits);
  write('first');
  await expect.poll(() => texts).toHaveLength(1);
  const line = 'x'.repeat(40);
  for (let count = 0; count < 1000; count += 1) write(line);
  take();
  await expect
    .poll(() => texts.at(1))
    .toBe(`${line}\n${line}\nMissing log lines that could not be written: 998\n`);
  take();
  write('last');
  await expect.poll(() => texts.at(2)).toBe('last\n');
});

it('counts the lines of a failed write, tries again, and reports them without waiting for another line', async () => {
  const { sink, texts, take, refuse } = slowSink();
  const { write } = createLineWriter(sink, limits);
  write('one');
  write('two');
  await expect.poll(() => texts).toHaveLength(1);
  refuse();
  await expect.poll(() => texts.at(1)).toBe('Missing log lines that could not be written: 2\n');
  refuse();
  await expect.poll(() => texts.at(2)).toBe('Missing log lines that could not be written: 2\n');
  take();
});

it('does not wait longer than its limit for a blocked output', async () => {
  const { write, flush } = createLineWriter(() => new Promise(() => undefined), limits);
  write('one');
  await expect(flush(1)).resolves.toBeUndefined();
});

it('writes after the response that the line describes', async () => {
  const { sink, texts, take } = slowSink();
  createLineWriter(sink, limits).write('one');
  expect(texts).toEqual([]);
  await expect.poll(() => texts).toEqual(['one\n']);
  take();
});

describe('a program that writes to stdout', { timeout: 30_000 }, () => {
  /** Writes more than a pipe's buffer, and prints `still here` on stderr when asked. */
  const program = `
    import { createStdoutWriter } from './src/server/listening/line-writer.ts';
    const { write } = createStdoutWriter();
    for (let count = 0; count < 5000; count += 1) write('x'.repeat(100));
    process.stdin.on('data', () => process.stderr.write('still here'));
  `;

  function run(stdout: 'pipe' | number) {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
      stdio: ['pipe', stdout, 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  }

  async function ask({ stdin, stderr }: ReturnType<typeof run>): Promise<unknown> {
    stdin?.write('?');
    if (!stderr) throw new Error('Its stderr is not read.');
    const [said] = await once(stderr.setEncoding('utf8'), 'data');
    return said;
  }

  it('continues when nothing reads, and reports missing lines when something does', async () => {
    const child = run('pipe');
    expect(await ask(child)).toBe('still here');
    const written = child.stdout && text(child.stdout);
    child.stdin?.end();
    expect(await written).toMatch(/^(x{100}\n)+Missing log lines that could not be written: \d+\n$/);
  });

  it('continues when the reader has closed', async () => {
    const child = run('pipe');
    child.stdout?.destroy();
    expect(await ask(child)).toBe('still here');
  });

  it('continues when the disk is full', async () => {
    expect(await ask(run(openSync('/dev/full', 'w')))).toBe('still here');
  });
});
