import { createAtom } from '@tanstack/react-store';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Store, createUncheckedStore, isSame } from '../ui/form/store.ts';

/** Describes a secret of the page. Its value stays where it is used. */
export interface HeldSecret {
  readonly label: string;
  /** How long this page keeps it, apart from being closed or reloaded. */
  readonly until: string;
  /** What else is known about it, in a sentence, such as its expiry. */
  readonly note?: string;
}

/** A component or store that can contain secrets. */
interface SecretHolder {
  /** Saves pending input first, so that clearing removes only secrets. */
  readonly settle?: () => void;
  readonly list: () => readonly HeldSecret[];
  readonly clear: () => void;
}

/** Defines which parts of a value are secret. */
export interface SecretRules<Value> {
  readonly list: (value: Value) => readonly HeldSecret[];
  readonly withoutSecrets: (value: Value) => Value;
}

export const noSecrets = (): readonly HeldSecret[] => [];

export function createSecretStore() {
  const holders = new Set<SecretHolder>();
  const listed = createAtom<readonly HeldSecret[]>([], { compare: isSame });
  const update = () => listed.set([...holders].flatMap(({ list }) => list()));
  /** Registers a holder. It calls `update` when its secrets change, and `release` when it is removed. */
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
    /** Creates a store for a value with secrets. */
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
    list: listed.get,
    /** Clears all secrets and nothing else. */
    clear: () => {
      // All holders save first, because a form may unmount when the first secret is cleared.
      for (const { settle } of holders) settle?.();
      for (const { clear } of holders) clear();
      update();
    },
    subscribe: (onChange: () => void) => listed.subscribe(onChange).unsubscribe,
  };
}

/** The registry of every secret on this page. A test prevents other modules from storing secrets. */
export const secretStore = createSecretStore();

export function useSecrets(): readonly HeldSecret[] {
  return useSyncExternalStore(secretStore.subscribe, secretStore.list, secretStore.list);
}

/** Calls `clear` when the secrets of the page are cleared. `clear` must stay the same between renders. */
export function useSecretsCleared(clear: () => void): void {
  useEffect(() => secretStore.hold({ list: noSecrets, clear }).release, [clear]);
}

/** State that may contain a secret, such as a pasted text. It is reset when the secrets are cleared. */
export function useSecretState<Value>(initial: Value | (() => Value), cleared: Value) {
  const [value, setValue] = useState(initial);
  const [clear] = useState(() => () => setValue(() => cleared));
  useSecretsCleared(clear);
  return [value, setValue] as const;
}
