import '@react-spectrum/s2/page.css';
import './fonts.css';
import './page.css';
import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
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
import { createWizard } from '../wizard/create-wizard.ts';
import { App } from './App.tsx';
import { emptyLeftPage } from './empty-left-page.ts';
import { fetchPagesAhead } from './fetch-pages-ahead.ts';
import { createAppRouter } from './router.tsx';
import { watchFirstPage } from './take-over.ts';

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
const container = document.getElementById('app');
if (container === null) throw new Error('index.html has no element #app.');
const { takeOver } = watchFirstPage(container);
const page = createRoot(container);
const storage = readTabStorage();
const documented = defineDocumented(catalog[0]);
if ((storage?.getItem(choiceKey) ?? null) === null) start(documented);
else {
  void import('./choose-source.ts')
    .then(({ restoreChoice }) => restoreChoice(storage))
    .catch(() => null)
    .then((restored) => start(restored ?? documented));
}

function start(first: Definition): void {
  const { wizards, platform, close } = createWizard(first, storage);
  const router = createAppRouter({ queryClient, wizards, platform });
  fetchPagesAhead(router);
  router.history.subscribe(({ action }) => {
    // The notice that secrets were cleared belongs to the reloaded page, not to the pages that follow.
    if (action.type !== 'REPLACE') wizards.current().wasCleared.set(false);
  });

  keepFocus(document);
  surviveTranslation(document);
  keepComposition(document);
  keepFocusInView(document);
  // A router that is not drawn yet does not follow its own redirects.
  const unfollow = router.history.subscribe(() => void router.load());
  // The page is drawn whole, because it may take the place of one that is there.
  void router.load().finally(() => {
    unfollow();
    takeOver(() => {
      page.render(<App queryClient={queryClient} router={router} wizards={wizards} platform={platform} />);
    });
  });
  emptyLeftPage(() => {
    // The forms save their values when they unmount.
    page.unmount();
    close();
    secretStore.clear();
    // A page in the back/forward cache runs no timers.
    queryClient.clear();
  });
}
