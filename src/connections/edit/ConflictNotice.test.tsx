import { prerender } from 'react-dom/static';
import { expect, it } from 'vitest';
import { fromConnection } from '../../source-form/answers/from-connection.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { heldConnection } from '../../testing/create-fixture.ts';
import { ConflictNotice } from './ConflictNotice.tsx';

const now = heldConnection({ name: 'Sales' });

/** The text of the notice after a save of this name, and of a password that is not compared. */
async function show(name: string, wasLost: boolean): Promise<string> {
  const rebased = { ...fromConnection(phoenix, now), name };
  const { prelude } = await prerender(
    <ConflictNotice source={phoenix} base={now} now={now} rebased={rebased} wasLost={wasLost} />,
  );
  return (await new Response(prelude).text()).replaceAll(/<[^>]*>/g, ' ');
}

it('after a lost response, a connection that looks as entered may still have another password', async () => {
  const text = await show('Sales', true);
  expect(text).toContain('We don’t know whether your password was saved');
  expect(text).toContain('has the password you entered, select Save changes again');
});

it.each([
  ['Mine', true, 'The connection does not have the values you entered.'],
  ['Sales', false, 'Your changes are not saved yet.'],
])('the notice does not claim that about the name %s, lost: %s', async (name, wasLost, words) => {
  const text = await show(name, wasLost);
  expect(text).toContain(words);
  expect(text).not.toContain('We don’t know');
});
