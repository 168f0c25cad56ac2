import { expect, it, vi } from 'vitest';
import { createStore } from '../ui/form/store.ts';
import type { Access } from './access.tsx';
import { noPlatformAnswers, platformSecrets } from './platform-answers.ts';
import { createSecretStore } from './secret-store.ts';

const typed = { ...noPlatformAnswers, apiKey: 'key', accessToken: 'SECRET' };

it('lists the secrets that are filled in, and clears only them', () => {
  const secrets = createSecretStore();
  const store = secrets.keep(noPlatformAnswers, platformSecrets);
  const onChange = vi.fn();
  secrets.subscribe(onChange);
  expect(secrets.list()).toEqual([]);
  store.set(typed);
  store.set({ ...typed, sandbox: 'prod' });
  expect(secrets.list()).toEqual([{ label: 'Access token', until: 'until you clear it' }]);
  expect(onChange).toHaveBeenCalledTimes(1);
  secrets.clear();
  expect(secrets.list()).toEqual([]);
  expect(store.get()).toEqual({ ...typed, sandbox: 'prod', accessToken: '' });
});

it('saves the latest input before it clears anything', () => {
  const secrets = createSecretStore();
  const store = secrets.keep(noPlatformAnswers, platformSecrets);
  secrets.hold({ list: () => [], clear: vi.fn() });
  store.addWriter(() => store.set(typed));
  secrets.clear();
  expect(store.get()).toEqual({ ...typed, accessToken: '' });
});

it('removes a source that is gone', () => {
  const secrets = createSecretStore();
  const clear = vi.fn();
  const { release } = secrets.hold({ list: () => [{ label: 'Password', until: 'until then' }], clear });
  release();
  secrets.clear();
  expect(secrets.list()).toEqual([]);
  expect(clear).not.toHaveBeenCalled();
});

it('is required by types with a secret', () => {
  expect(createStore<{ readonly name: string } | null>(null).get()).toBeNull();
  // @ts-expect-error An access has a token.
  const store = createStore<{ readonly accesses: readonly Access[] }>({ accesses: [] });
  expect(store.get()).toEqual({ accesses: [] });
});
