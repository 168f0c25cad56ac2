import { expect, it, vi } from 'vitest';
import { createMemory } from '../ui/form/memory.ts';
import type { Access } from './access.tsx';
import { noPlatformAnswers, platformSecrets } from './platform-answers.ts';
import { createSecretStore } from './secret-store.ts';

const typed = { ...noPlatformAnswers, apiKey: 'key', accessToken: 'SECRET' };

it('lists what is filled in, and clears the secrets alone', () => {
  const store = createSecretStore();
  const memory = store.keep(noPlatformAnswers, platformSecrets);
  const onChange = vi.fn();
  store.subscribe(onChange);
  expect(store.list()).toEqual([]);
  memory.set(typed);
  memory.set({ ...typed, sandbox: 'prod' });
  expect(store.list()).toEqual([{ label: 'Access token', until: 'until it is cleared' }]);
  expect(onChange).toHaveBeenCalledTimes(1);
  store.clear();
  expect(store.list()).toEqual([]);
  expect(memory.get()).toEqual({ ...typed, sandbox: 'prod', accessToken: '' });
});

it('takes what was typed last before anything is cleared', () => {
  const store = createSecretStore();
  const memory = store.keep(noPlatformAnswers, platformSecrets);
  store.hold({ list: () => [], clear: vi.fn() });
  memory.addWriter(() => memory.set(typed));
  store.clear();
  expect(memory.get()).toEqual({ ...typed, accessToken: '' });
});

it('forgets a place that is gone', () => {
  const store = createSecretStore();
  const clear = vi.fn();
  const { release } = store.hold({ list: () => [{ label: 'Password', until: 'until then' }], clear });
  release();
  store.clear();
  expect(store.list()).toEqual([]);
  expect(clear).not.toHaveBeenCalled();
});

it('is where the types want a value with a secret', () => {
  expect(createMemory<{ readonly name: string } | null>(null).get()).toBeNull();
  // @ts-expect-error An access has a token.
  const memory = createMemory<{ readonly accesses: readonly Access[] }>({ accesses: [] });
  expect(memory.get()).toEqual({ accesses: [] });
});
