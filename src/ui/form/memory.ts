import { useSyncExternalStore } from 'react';

/** A value kept in the memory of the page, readable by components and by whatever else keeps it company. */
export interface Memory<Value> {
  readonly get: () => Value;
  /** The value once every form that writes to it has written what was typed last. */
  readonly latest: () => Value;
  readonly set: (value: Value) => void;
  /** Sets a value that no form of before may overwrite when it leaves the page. */
  readonly restart: (value: Value) => void;
  /** How often it was restarted: the key of every form that is made from it. */
  readonly epoch: () => number;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Adds what is called before the latest value is read, and returns what removes it. */
  readonly addWriter: (write: () => void) => () => void;
}

declare const secret: unique symbol;

/** Marks a type of values with a secret in them. The mark is in types alone. */
export interface HoldsSecret {
  readonly [secret]?: never;
}

/** Not never where a type, or anything in it, is marked. */
type FindSecret<Value> = Value extends string | number | boolean | null | undefined | Error
  ? never
  : Value extends readonly (infer Item)[]
    ? FindSecret<Item>
    : typeof secret extends keyof Value
      ? true
      : { readonly [Key in keyof Value]-?: FindSecret<Value[Key]> }[keyof Value];

/** A value with a secret is refused: it belongs in the secret store. */
export function createMemory<Value>(
  initial: Value,
  ..._refused: [FindSecret<Value>] extends [never] ? [] : ['Keep this in the secret store.']
): Memory<Value> {
  return createSecretMemory(initial);
}

/** A memory for a value that may have secrets, for the secret store. */
export function createSecretMemory<Value>(initial: Value): Memory<Value> {
  let current = initial;
  let epoch = 0;
  const listeners = new Set<() => void>();
  const writers = new Set<() => void>();
  const set = (value: Value) => {
    current = value;
    for (const listener of listeners) listener();
  };
  return {
    get: () => current,
    latest: () => {
      for (const write of writers) write();
      return current;
    },
    set,
    restart: (value) => {
      epoch += 1;
      set(value);
    },
    epoch: () => epoch,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    addWriter: (write) => {
      writers.add(write);
      return () => writers.delete(write);
    },
  };
}

export function useMemory<Value>(memory: Memory<Value>): Value {
  return useSyncExternalStore(memory.subscribe, memory.get);
}

/**
 * A plain value read from a memory. What outlives a page uses this: of everything else in the memory, such as a
 * secret, it keeps nothing.
 */
export function useMemoryPart<Value, Part extends string | boolean | null>(
  memory: Memory<Value>,
  read: (value: Value) => Part,
): Part {
  return useSyncExternalStore(memory.subscribe, () => read(memory.get()));
}

export function useEpoch(memory: Pick<Memory<unknown>, 'epoch' | 'subscribe'>): number {
  return useSyncExternalStore(memory.subscribe, memory.epoch);
}

/** Whether two plain values, made in the same order, hold the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
