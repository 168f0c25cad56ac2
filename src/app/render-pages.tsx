import { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import { renderToString } from 'react-dom/server';
import * as z from 'zod/mini';
import { scenariosQuery } from '../api/scenarios-query.ts';
import { type Environment, environment } from '../flow-service/schemas/environment.ts';
import { environmentQuery } from '../session/environment-query.ts';
import { paths, toSourceAddress } from '../session/paths.ts';
import { catalog } from '../sources/catalog.ts';
import { defineDocumented } from '../sources/live/definition.ts';
import { createWizard } from '../wizard/create-wizard.ts';
import { App } from './App.tsx';
import { createAppRouter } from './router.tsx';

/** A page as a new tab shows it first. */
interface FirstPage {
  /** The addresses that show it. `$id` stands for the ID of a connection, as in `markup`. */
  readonly paths: readonly string[];
  readonly title: string;
  readonly markup: string;
}

/** The source that a new tab begins with. */
const [usual] = catalog;

/** The steps after the first lead to it in a new tab. Those of other sources are left to the script. */
const steps = [paths.platform, '/', toSourceAddress(usual), paths.review];

const others = [
  paths.sources,
  paths.connections,
  paths.testConnections,
  paths.exportConnections,
  paths.copyConnections,
  paths.connection,
  paths.editConnection,
  paths.rotateSecret,
];

/** A connection ID that needs no escaping, and that no other text contains. */
const anyId = 'any-connection-id';

// The page does the same.
z.config({ jitless: true });

/**
 * Renders the pages that need nothing of their tab, for a server with the environment `given`. They are what the script
 * draws first, so that it can take them over. `style` attributes are left out, because the Content Security Policy forbids
 * them.
 */
export async function renderPages(given: unknown): Promise<readonly FirstPage[]> {
  const known = environment.parse(given);
  const pages: FirstPage[] = [];
  for (const alike of [steps, ...others.map((path) => [path])]) {
    pages.push({ paths: alike, ...(await renderPage(alike[0] ?? '', known)) });
  }
  return pages;
}

async function renderPage(path: string, known: Environment): Promise<Omit<FirstPage, 'paths'>> {
  const queryClient = new QueryClient();
  queryClient.setQueryData(environmentQuery.queryKey, known);
  queryClient.setQueryData(scenariosQuery.queryKey, { current: null, scenarios: [] });
  const { wizards, platform } = createWizard(defineDocumented(usual), null);
  const history = createMemoryHistory({ initialEntries: [path.replace('$id', anyId)] });
  const router = createAppRouter({ queryClient, wizards, platform }, history);
  await router.load();
  const html = renderToString(
    <App queryClient={queryClient} router={router} wizards={wizards} platform={platform} />,
  );
  queryClient.clear();
  const [head = '', title = ''] = /^<title>(.*?)<\/title>/.exec(html) ?? [];
  return {
    title,
    markup: html
      .slice(head.length)
      .replaceAll(/ style="[^"]*\bclip:[^"]*"/g, ' data-visually-hidden')
      .replaceAll(/ style="[^"]*"/g, '')
      .replaceAll(anyId, '$id'),
  };
}
