import { createAtom } from '@tanstack/react-store';
import { useSyncExternalStore } from 'react';

/** A value in the memory of the page, shared by components and other modules. */
export interface Store<Value> {
  readonly get: () => Value;
  /** The value after every form that writes to the store has saved its pending input. */
  readonly latest: () => Value;
  readonly set: (value: Value) => void;
  /** Sets a value that an older form cannot overwrite when it unmounts. */
  readonly reset: (value: Value) => void;
  /** The number of resets, used as the key of every form that is filled from the store. */
  readonly version: () => number;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Adds a function that is called before the latest value is read. Returns a function that removes it. */
  readonly addWriter: (write: () => void) => () => void;
}

declare const secret: unique symbol;

/** Marks a type whose values contain a secret. The mark exists in types only. */
export interface HoldsSecret {
  readonly [secret]?: never;
}

/** Is not `never` if a type, or a type inside it, is marked. */
type FindSecret<Value> = Value extends string | number | boolean | null | undefined | Error
  ? never
  : Value extends readonly (infer Item)[]
    ? FindSecret<Item>
    : typeof secret extends keyof Value
      ? true
      : { readonly [Key in keyof Value]-?: FindSecret<Value[Key]> }[keyof Value];

/** Creates a store. A value with a secret does not compile, because it belongs in the secret store. */
export function createStore<Value>(
  initial: Value,
  ..._refused: [FindSecret<Value>] extends [never] ? [] : ['Keep this in the secret store.']
): Store<Value> {
  return createUncheckedStore(initial);
}

/** Creates a store for a value that may contain secrets. Only the secret store uses it. */
export function createUncheckedStore<Value>(initial: Value): Store<Value> {
  const state = createAtom({ value: initial, version: 0 });
  const writers = new Set<() => void>();
  return {
    get: () => state.get().value,
    latest: () => {
      for (const write of writers) write();
      return state.get().value;
    },
    set: (value) => state.set(({ version }) => ({ value, version })),
    reset: (value) => state.set(({ version }) => ({ value, version: version + 1 })),
    version: () => state.get().version,
    subscribe: (onChange) => state.subscribe(onChange).unsubscribe,
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
 * Reads a plain value from a store. Code that outlives a page uses this, because it keeps nothing else from the
 * store, such as a secret.
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

/**
 * Whether two plain values with the same key order are equal. `dequal/lite` would add 145 bytes to the first page, and
 * every test passes with either.
 */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
