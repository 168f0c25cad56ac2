import { readValues } from '../../emulator/connections/field-kind.ts';
import type { Observations, ReadName } from './observe.ts';
import type { ReadAnswer } from './reader.ts';

/** A statement that this product relies on, or that its local service makes up, because no document says it. */
export interface Fact {
  readonly statement: string;
  /** The label of the statement on docs/flow-service.md. */
  readonly label: 'inferred' | 'unknown' | 'conflict';
  /** The section of docs/flow-service.md. */
  readonly section: string;
  readonly judge: (seen: Observations) => Finding;
}

export interface Finding {
  readonly outcome: 'confirmed' | 'contradicted' | 'not seen';
  /** What came back, in a few words, without private values. */
  readonly seen: string;
}

export function judged(isSo: boolean, seen: string): Finding {
  return { outcome: isSo ? 'confirmed' : 'contradicted', seen };
}

export function notSeen(why: string): Finding {
  return { outcome: 'not seen', seen: why };
}

/** Judges the answer to one request. Without the answer, nothing is seen. */
export function fromAnswer(name: ReadName, judge: (answer: ReadAnswer) => Finding): Fact['judge'] {
  return ({ answers }) => {
    const answer = answers.get(name);
    return answer === undefined ? notSeen('no response') : judge(answer);
  };
}

/** As {@link fromAnswer}, for an answer that must be a success to say anything. */
export function fromSuccess(name: ReadName, judge: (answer: ReadAnswer) => Finding): Fact['judge'] {
  return fromAnswer(name, (answer) =>
    isSuccess(answer) ? judge(answer) : notSeen(`status ${answer.status}`),
  );
}

export function isSuccess({ status }: ReadAnswer): boolean {
  return status >= 200 && status < 300;
}

/** The first value at a path. */
export function at(value: unknown, path: string): unknown {
  return readValues(value, path)[0];
}

/** A value as JSON. Use it only for values that cannot be private. */
export function show(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}

/** The code of an error: `403010`, `FLOW-1439-404`, or what stands in its place. */
export function codeOf({ body }: ReadAnswer): string {
  const code = at(body, 'error_code');
  const type = at(body, 'type');
  if (typeof code === 'string' || typeof code === 'number') {
    return /^\d{6}$/.test(String(code)) ? String(code) : 'a code in another format';
  }
  if (typeof type !== 'string') return 'no code';
  return /(?:[A-Z]{2,10}-)?\d{3,5}-\d{3}$/.exec(type)?.[0] ?? 'no code';
}

/** Status and code, such as `404, FLOW-1439-404`. */
export function showError(answer: ReadAnswer): string {
  return `${answer.status}, ${isSuccess(answer) ? 'a success' : codeOf(answer)}`;
}
