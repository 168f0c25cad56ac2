import { useSyncExternalStore } from 'react';

/** A value kept in the memory of the page, readable by components and by the router's guards alike. */
export interface Memory<Value> {
  readonly get: () => Value;
  readonly set: (value: Value) => void;
  readonly subscribe: (onChange: () => void) => () => void;
}

export function createMemory<Value>(initial: Value): Memory<Value> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(value) {
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

export function useMemory<Value>(memory: Memory<Value>): Value {
  return useSyncExternalStore(memory.subscribe, memory.get);
}
