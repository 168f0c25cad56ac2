import { prerender } from 'react-dom/static';
import { type FieldErrors, createFormControl } from 'react-hook-form';
import { expect, it } from 'vitest';
import { ErrorSummary } from './ErrorSummary.tsx';

interface Values {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
}

/** The lines of the summary, with the addresses of their links. */
async function draw(errors: FieldErrors<Values>): Promise<readonly string[]> {
  const form = createFormControl<Values>({ errors });
  const { prelude } = await prerender(<ErrorSummary form={form} fields={['name']} />);
  const html = await new Response(prelude).text();
  return [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, line = '']) =>
    line.replaceAll(/<a href="(.*?)".*?>/g, '$1 ').replaceAll(/<[^>]*>/g, ''),
  );
}

it('shows errors of values that the page has no field for, too', async () => {
  const errors = {
    name: { type: 'custom', message: 'Enter a name.' },
    params: {
      server: { type: 'custom', message: 'Enter the server.' },
      type: { type: 'custom', message: '' },
    },
  };
  expect(await draw(errors)).toEqual([
    '#name Enter a name.',
    'server: Enter the server.',
    'type: This value is not valid.',
  ]);
});

it('is not shown without an error', async () => {
  expect(await draw({})).toEqual([]);
});
