import { QueryClient, QueryObserver, queryOptions } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { scope } from '../api/queries.ts';
import { clearLists } from './clear-lists.ts';

const access = { credentials: null, sandbox: 'prod' } as const;

/** A list whose answer names how often it was read. */
function givenList() {
  const queryClient = new QueryClient();
  const read = vi.fn(async () => read.mock.calls.length);
  const list = queryOptions({ queryKey: [...scope(access), 'connections', null], queryFn: read });
  return { queryClient, list };
}

it('a list that is shown is read again', async () => {
  const { queryClient, list } = givenList();
  const observer = new QueryObserver(queryClient, list);
  const stop = observer.subscribe(() => {});
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe(1));
  clearLists(queryClient, access);
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe(2));
  stop();
});

it('a list that is not shown is removed', async () => {
  const { queryClient, list } = givenList();
  await queryClient.fetchQuery(list);
  clearLists(queryClient, access);
  expect(queryClient.getQueryData(list.queryKey)).toBeUndefined();
});

it('the lists of another sandbox are kept', async () => {
  const { queryClient, list } = givenList();
  await queryClient.fetchQuery(list);
  clearLists(queryClient, { ...access, sandbox: 'dev' });
  expect(queryClient.getQueryData(list.queryKey)).toBe(1);
});
