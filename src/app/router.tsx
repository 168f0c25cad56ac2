import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { readListSearch } from '../connections/list/list-search.ts';
import { catalog } from '../sources/catalog.ts';
import { environmentQuery } from '../session/environment-query.ts';
import { readNextAddress } from './next-address.ts';
import { scenariosQuery } from '../api/scenarios-query.ts';
import { PlatformStep } from '../wizard/steps/PlatformStep.tsx';
import { NotFound } from './NotFound.tsx';
import { PageCrashed } from './PageCrashed.tsx';
import { ServerDown } from './ServerDown.tsx';
import { Root } from './Root.tsx';
import { paths } from '../session/paths.ts';

interface RouterContext {
  readonly queryClient: QueryClient;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

interface StepSearch {
  /** The page that Continue opens if it is not the next step: Review, or the page that needed credentials. */
  readonly next?: string;
}

/** Milliseconds to wait before the page is drawn without the parts that only a demo needs. */
const longestWait = 500;

const root = createRootRouteWithContext<RouterContext>()({
  loader: async ({ context: { queryClient } }) => {
    const { target } = await queryClient.ensureQueryData(environmentQuery);
    if (target !== 'local') return;
    // The header shows the simulated failure. If it grew later, it would push the page down.
    await Promise.race([
      queryClient.ensureQueryData(scenariosQuery).catch(() => null),
      new Promise((resolve) => setTimeout(resolve, longestWait)),
    ]);
  },
  component: Root,
  errorComponent: ServerDown,
  notFoundComponent: NotFound,
});

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => redirect({ to: paths.platform, throw: true, replace: true }),
});

const platform = createRoute({
  getParentRoute: () => root,
  path: paths.platform,
  validateSearch: ({ next: written }: Record<string, unknown>): StepSearch => {
    const next = readNextAddress(written);
    return next === null ? {} : { next };
  },
  component: PlatformStep,
});

const source = createRoute({
  getParentRoute: () => root,
  path: paths.source,
  beforeLoad: ({ params }) => {
    if (params.source !== catalog[0].slug) throw notFound();
  },
  component: lazyRouteComponent(() => import('../wizard/steps/SourceStep.tsx'), 'SourceStep'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: paths.review,
  component: lazyRouteComponent(() => import('../wizard/steps/ReviewStep.tsx'), 'ReviewStep'),
});

const connections = createRoute({
  getParentRoute: () => root,
  path: paths.connections,
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('../connections/list/ConnectionsPage.tsx'), 'ConnectionsPage'),
});

const connection = createRoute({
  getParentRoute: () => root,
  path: paths.connection,
  component: lazyRouteComponent(() => import('./ConnectionRoute.tsx'), 'ConnectionRoute'),
});

const edit = createRoute({
  getParentRoute: () => root,
  path: paths.editConnection,
  component: lazyRouteComponent(() => import('./EditRoute.tsx'), 'EditRoute'),
});

const routeTree = root.addChildren([index, platform, source, review, connections, connection, edit]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    // Steps are small, so the next step is preloaded when the pointer or the focus reaches its link.
    defaultPreload: 'intent',
    defaultErrorComponent: PageCrashed,
    scrollRestoration: true,
  });
}
