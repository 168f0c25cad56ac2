import {
  type RouterHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readListSearch } from '../connections/list/list-search.ts';
import { environmentQuery } from '../session/environment-query.ts';
import { readNextAddress } from './next-address.ts';
import { scenariosQuery } from '../api/scenarios-query.ts';
import { PlatformStep } from '../wizard/steps/PlatformStep.tsx';
import { NotFound } from './NotFound.tsx';
import { PageCrashed } from './PageCrashed.tsx';
import { ServerDown } from './ServerDown.tsx';
import { Root } from './Root.tsx';
import { loadSimulationBanner } from './Simulation.tsx';
import { paths } from '../session/paths.ts';
import { noPlatformAnswers } from '../session/platform-answers.ts';
import { isSame } from '../ui/form/store.ts';

import type { SourceContext } from './choose-source.ts';

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

const root = createRootRouteWithContext<SourceContext>()({
  loader: async ({ context: { queryClient } }) => {
    const { target } = await queryClient.ensureQueryData(environmentQuery);
    if (target !== 'local') return;
    // The header shows the simulated failure. If it grew later, it would push the page down.
    await Promise.race([
      queryClient
        .ensureQueryData(scenariosQuery)
        .then(({ current }) => (current === null ? null : loadSimulationBanner()))
        .catch(() => null),
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

/** A new tab has no answers, and begins with the first step at once. A step leads there itself when it loses them. */
function leaveWithoutAnswers({ platform }: SourceContext): void {
  if (isSame(platform.get(), noPlatformAnswers)) throw redirect({ to: paths.platform, replace: true });
}

const source = createRoute({
  getParentRoute: () => root,
  path: paths.source,
  beforeLoad: async ({ params, context, preload }) => {
    const { chooseSource } = await import('./choose-source.ts');
    // A link that only has the focus chooses nothing.
    if (preload) return;
    await chooseSource(params.source, context);
    leaveWithoutAnswers(context);
  },
  component: lazyRouteComponent(() => import('../wizard/steps/SourceStep.tsx'), 'SourceStep'),
});

const sources = createRoute({
  getParentRoute: () => root,
  path: paths.sources,
  component: lazyRouteComponent(() => import('../wizard/sources/SourcesPage.tsx'), 'SourcesPage'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: paths.review,
  beforeLoad: ({ context }) => leaveWithoutAnswers(context),
  component: lazyRouteComponent(() => import('../wizard/steps/ReviewStep.tsx'), 'ReviewStep'),
});

const connections = createRoute({
  getParentRoute: () => root,
  path: paths.connections,
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./ListRoute.tsx'), 'ListRoute'),
});

const testConnections = createRoute({
  getParentRoute: () => root,
  path: paths.testConnections,
  component: lazyRouteComponent(() => import('./SandboxRoutes.tsx'), 'TestRoute'),
});

const exportConnections = createRoute({
  getParentRoute: () => root,
  path: paths.exportConnections,
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./SandboxRoutes.tsx'), 'ExportRoute'),
});

const copyConnections = createRoute({
  getParentRoute: () => root,
  path: paths.copyConnections,
  validateSearch: ({ id }: Record<string, unknown>): { readonly id?: string } =>
    typeof id === 'string' ? { id } : {},
  component: lazyRouteComponent(() => import('./SandboxRoutes.tsx'), 'CopyRoute'),
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

const rotate = createRoute({
  getParentRoute: () => root,
  path: paths.rotateSecret,
  component: lazyRouteComponent(() => import('./SandboxRoutes.tsx'), 'RotateRoute'),
});

const manage = [
  connections,
  testConnections,
  exportConnections,
  copyConnections,
  connection,
  edit,
  rotate,
] as const;
const routeTree = root.addChildren([index, platform, sources, source, review, ...manage]);

export function createAppRouter(context: SourceContext, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context,
    ...(history && { history }),
    // Steps are small, so the next step is preloaded when the pointer or the focus reaches its link.
    defaultPreload: 'intent',
    defaultErrorComponent: PageCrashed,
    // On the server, which gives the history, it would write a script into the page.
    scrollRestoration: history === undefined && createScrollReset(),
  });
}

/**
 * The router scrolls each page to its top or to its last position. It does not if the user has scrolled the first page
 * before the script took it over, because a click may be under way.
 */
function createScrollReset(): () => boolean {
  let isFirst = true;
  return () => {
    const wasScrolled = isFirst && scrollY > 0;
    isFirst = false;
    return !wasScrolled;
  };
}
