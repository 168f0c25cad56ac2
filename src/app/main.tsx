import '@react-spectrum/s2/page.css';
import './fonts.css';
import './page.css';
import { QueryClient } from '@tanstack/react-query';
import type { RegisteredRouter } from '@tanstack/react-router';
import { startTransition } from 'react';
import * as z from 'zod/mini';
import { readRetryDelay, shouldRetryRead } from '../api/retry-policy.ts';
import { noSecrets, secretStore } from '../session/secret-store.ts';
import { environmentQuery } from '../session/environment-query.ts';
import { readTabStorage } from '../session/tab-storage.ts';
import { catalog } from '../sources/catalog.ts';
import { type Definition, defineDocumented } from '../sources/live/definition.ts';
import { choiceKey } from '../wizard/draft.ts';
import { keepFocusInView } from '../ui/focus/keep-focus-in-view.ts';
import { keepFocus } from '../ui/focus/keep-focus.ts';
import { keepComposition } from '../ui/fields/keep-composition.ts';
import { surviveTranslation } from '../ui/survive-translation.ts';
import { OnPage } from '../ui/layout/Page.tsx';
import { createWizard } from '../wizard/create-wizard.ts';
import { App } from './App.tsx';
import { keepEarlyInput } from './early-input.ts';
import { emptyLeftPage } from './empty-left-page.ts';
import { type Root, createRoot, hydrateRoot } from './react-client.ts';
import { createAppRouter } from './router.tsx';

// Without this setting, zod tries to compile its schemas, which the Content Security Policy forbids.
z.config({ jitless: true });

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: shouldRetryRead,
      retryDelay: (failures) => readRetryDelay(failures),
      // The server of this page may run on this computer, so an offline browser can still reach it.
      networkMode: 'always',
      refetchOnReconnect: true,
      refetchOnWindowFocus: false,
    },
  },
});
secretStore.hold({
  list: noSecrets,
  // Clears what depends on credentials: API responses and pending requests. It runs last because a timer would keep a
  // query that is removed while a page still reads it.
  clear: () =>
    setTimeout(() => {
      queryClient.getMutationCache().clear();
      queryClient.removeQueries({
        predicate: ({ queryKey: [first] }) => first !== environmentQuery.queryKey[0],
      });
    }),
});
const container = findContainer();
keepFocus(document);
surviveTranslation(document);
keepComposition(document);
keepFocusInView(document);
const earlyInput = container.hasAttribute('data-waiting') ? keepEarlyInput(container) : null;
const storage = readTabStorage();
const isNewTab = (storage?.length ?? 0) === 0;
const documented = defineDocumented(catalog[0]);
if ((storage?.getItem(choiceKey) ?? null) === null) {
  // In a separate task, so that a key that was pressed meanwhile is handled first.
  setTimeout(() => start(documented));
} else {
  void import('./choose-source.ts')
    .then(({ restoreChoice }) => restoreChoice(storage))
    .catch(() => null)
    .then((restored) => start(restored ?? documented));
}

function start(first: Definition): void {
  const { wizards, platform, close } = createWizard(first, storage);
  const router = createAppRouter({ queryClient, wizards, platform });
  router.history.subscribe(({ action }) => {
    // The notice that secrets were cleared belongs to the reloaded page, not to the pages that follow.
    if (action.type !== 'REPLACE') wizards.current().wasCleared.set(false);
  });

  let page: Root | null = null;
  let isFirst = true;
  const onPage = async () => {
    if (!isFirst) return;
    isFirst = false;
    await earlyInput?.repeat();
    // What cannot be prefetched is loaded when it is needed.
    await import('./fetch-pages-ahead.ts').then(
      ({ fetchPagesAhead }) => fetchPagesAhead(router),
      () => undefined,
    );
  };
  // A router that is not rendered yet does not follow redirects.
  const unfollow = router.history.subscribe(() => void router.load());
  void router.load().finally(() => {
    unfollow();
    const app = (
      <OnPage value={onPage}>
        <App queryClient={queryClient} router={router} wizards={wizards} platform={platform} />
      </OnPage>
    );
    earlyInput?.read();
    // The server drew what a new tab shows, and the browser may have translated it.
    const isTranslated = container.querySelector('font') !== null;
    if (earlyInput !== null && isNewTab && !isTranslated && isLoaded(router)) {
      // Makes the router draw the same boundaries as on the server.
      router.ssr = { manifest: undefined };
      // In a transition, React takes over the page in small slices.
      startTransition(() => {
        page = hydrateRoot(container, app);
      });
    } else {
      page = createRoot(container);
      page.render(app);
    }
  });
  emptyLeftPage(() => {
    // The forms save their values when they unmount.
    page?.unmount();
    close();
    secretStore.clear();
    // A page in the back/forward cache runs no timers.
    queryClient.clear();
  });
}

function isLoaded(router: RegisteredRouter): boolean {
  return router.state.matches.every(({ status }) => status === 'success');
}

function findContainer(): HTMLElement {
  const found = document.getElementById('app');
  if (found === null) throw new Error('index.html has no element #app.');
  return found;
}
