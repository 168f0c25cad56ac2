import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Store, createUncheckedStore, isSame } from '../ui/form/store.ts';

/** A secret of the page in words. Its value stays where it is used. */
export interface HeldSecret {
  readonly label: string;
  readonly until: string;
}

/** A place in which secrets may be. */
interface SecretHolder {
  /** Writes what was typed last, so that clearing loses nothing but secrets. */
  readonly settle?: () => void;
  readonly list: () => readonly HeldSecret[];
  readonly clear: () => void;
}

/** What is secret in a value. */
export interface SecretRules<Value> {
  readonly list: (value: Value) => readonly HeldSecret[];
  readonly withoutSecrets: (value: Value) => Value;
}

export const noSecrets = (): readonly HeldSecret[] => [];

export function createSecretStore() {
  const holders = new Set<SecretHolder>();
  const listeners = new Set<() => void>();
  let listed: readonly HeldSecret[] = [];
  const update = () => {
    const next = [...holders].flatMap(({ list }) => list());
    if (isSame(next, listed)) return;
    listed = next;
    for (const listener of listeners) listener();
  };
  /** Adds a place, which calls `update` when its secrets change, and `release` when it is gone. */
  const hold = (holder: SecretHolder) => {
    holders.add(holder);
    update();
    return {
      update,
      release: () => {
        holders.delete(holder);
        update();
      },
    };
  };
  return {
    hold,
    /** A store for a value with secrets. */
    keep: <Value>(initial: Value, { list, withoutSecrets }: SecretRules<Value>): Store<Value> => {
      const store = createUncheckedStore(initial);
      hold({
        settle: store.latest,
        list: () => list(store.get()),
        clear: () => store.reset(withoutSecrets(store.get())),
      });
      store.subscribe(update);
      return store;
    },
    list: () => listed,
    /** Clears the secrets everywhere, and nothing else. */
    clear: () => {
      // All of them first: a form may leave the page when the first secret is gone.
      for (const { settle } of holders) settle?.();
      for (const { clear } of holders) clear();
      update();
    },
    subscribe: (onChange: () => void) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

/** Every secret of this page. A test keeps other places from holding one. */
export const secretStore = createSecretStore();

export function useSecrets(): readonly HeldSecret[] {
  return useSyncExternalStore(secretStore.subscribe, secretStore.list, secretStore.list);
}

/** Calls `clear`, which must stay the same, when the secrets of the page are cleared. */
export function useSecretsCleared(clear: () => void): void {
  useEffect(() => secretStore.hold({ list: noSecrets, clear }).release, [clear]);
}

/** State in which a secret may be, such as a pasted text: it is reset when the secrets are cleared. */
export function useSecretState<Value>(initial: Value | (() => Value), cleared: Value) {
  const [value, setValue] = useState(initial);
  const [clear] = useState(() => () => setValue(() => cleared));
  useSecretsCleared(clear);
  return [value, setValue] as const;
}
