import type { ReactElement } from 'react';
import { prerender } from 'react-dom/static';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { useSecretForm } from '../session/use-secret-form.ts';
import { type Source, chooseAuthMethod } from '../sources/source.ts';
import { cabinet } from '../testing/cabinet-source.ts';
import { vault } from '../testing/vault-source.ts';
import { SourceFields } from './SourceFields.tsx';
import { type SourceAnswers, createSourceAnswers } from './answers/source-answers.ts';

interface DrawnFormProps {
  readonly source: Source;
  readonly canChooseMethod: boolean;
}

function DrawnForm({ source, canChooseMethod }: DrawnFormProps): ReactElement {
  const form = useSecretForm<SourceAnswers>({
    defaultValues: createSourceAnswers(source),
    secretFields: [],
  });
  return <SourceFields form={form} source={source} onPasteAddress={null} canChooseMethod={canChooseMethod} />;
}

/** The texts of the form, and its HTML. */
async function draw(props: DrawnFormProps): Promise<{ labels: string[]; html: string }> {
  const { prelude } = await prerender(
    <QueryClientProvider client={new QueryClient()}>
      <DrawnForm {...props} />
    </QueryClientProvider>,
  );
  const html = await new Response(prelude).text();
  const labels = html
    .replaceAll(/<!--.*?-->/g, '')
    .split(/<[^>]*>/)
    .filter((text) => text !== '');
  return { labels, html };
}

it('draws a control for each param of the chosen method, and says what is optional', async () => {
  const { labels, html } = await draw({ source: cabinet, canChooseMethod: true });
  for (const label of [
    'Authentication',
    'Server',
    'Port',
    'Notes',
    'Private key',
    'Mode',
    'One',
    'Two',
    'Options',
    'Keys',
    'Role (optional)',
    'Encrypt (optional)',
  ]) {
    expect(labels).toContain(label);
  }
  expect(labels).not.toContain('Token (optional)');
  // Four params, and the description.
  expect(html.match(/<textarea/g)).toHaveLength(5);
  expect(html).toContain('Show private key');
  expect(html).toContain('Show keys');
  expect(html).not.toContain('Show options');
});

it('draws the params of another method when it is chosen', async () => {
  const source = chooseAuthMethod(cabinet, 'Token Authentication ');
  const { html } = await draw({ source, canChooseMethod: true });
  expect(html).toContain('Show token');
  expect(html).toContain('For programs.');
  expect(html).not.toContain('Private key');
});

it.each([
  [cabinet, false],
  [vault, true],
])('offers no choice of a method where there is none', async (source, canChooseMethod) => {
  const { labels } = await draw({ source, canChooseMethod });
  expect(labels).not.toContain('Authentication');
});
