import { useSyncExternalStore } from 'react';

/** A value in the memory of the page, for components and whatever else reads or writes it. */
export interface Store<Value> {
  readonly get: () => Value;
  /** The value once every form that writes to it has written what was typed last. */
  readonly latest: () => Value;
  readonly set: (value: Value) => void;
  /** Sets a value that no form of before may overwrite when it leaves the page. */
  readonly reset: (value: Value) => void;
  /** How often it was reset: the key of every form that is filled from it. */
  readonly version: () => number;
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
export function createStore<Value>(
  initial: Value,
  ..._refused: [FindSecret<Value>] extends [never] ? [] : ['Keep this in the secret store.']
): Store<Value> {
  return createUncheckedStore(initial);
}

/** A store for a value that may have secrets, for the secret store. */
export function createUncheckedStore<Value>(initial: Value): Store<Value> {
  let current = initial;
  let version = 0;
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
    reset: (value) => {
      version += 1;
      set(value);
    },
    version: () => version,
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

export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

/**
 * A plain value read from a store. What outlives a page uses this: of everything else in the store, such as a
 * secret, it keeps nothing.
 */
export function useStoreValue<Value, Part extends string | boolean | null>(
  store: Store<Value>,
  read: (value: Value) => Part,
): Part {
  const readValue = () => read(store.get());
  return useSyncExternalStore(store.subscribe, readValue, readValue);
}

export function useStoreVersion(store: Pick<Store<unknown>, 'version' | 'subscribe'>): number {
  return useSyncExternalStore(store.subscribe, store.version, store.version);
}

/** Whether two plain values, made in the same order, hold the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
