import { connectionSpecs } from '../../../emulator/connections/connection-specs.ts';
import { readValues } from '../../../emulator/connections/field-kind.ts';
import { knownStates } from '../../../emulator/connections/property-query.ts';
import { organizationIdPattern } from '../../../flow-service/credentials.ts';
import {
  type Fact,
  type Finding,
  at,
  fromAnswer,
  fromSuccess,
  isSuccess,
  judged,
  notSeen,
  showError,
} from '../fact.ts';

/** Facts about connections and their list. */
export const connectionFacts = {
  organizationId: ofItems(
    'An organization ID is 24 hexadecimal digits and @AdobeOrg.',
    'inferred',
    'request-headers',
    {
      read: (item) => at(item, 'imsOrgId'),
      judge: (ids) => {
        const isSo = ids.every((id) => organizationIdPattern.test(String(id)));
        return judged(isSo, isSo ? 'all' : 'another format');
      },
    },
  ),
  etagTime: ofItems('The last group of an etag is the Unix time of the last write.', 'inferred', 'etag', {
    read: (item) => [at(item, 'etag'), at(item, 'updatedAt')],
    judge: (pairs) => {
      const isSo = pairs.every(([etag, updatedAt]) => isTimeOf(etag, updatedAt));
      return judged(isSo, isSo ? 'within 5 seconds' : `another format, such as ${toPattern(pairs[0]?.[0])}`);
    },
  }),
  etagVersion: ofItems('version and etag have the same value.', 'inferred', 'the-connection-object', {
    read: (item) =>
      at(item, 'version') === undefined ? undefined : at(item, 'version') === at(item, 'etag'),
    judge: (same) => judged(same.every(Boolean), `${same.filter(Boolean).length} of ${same.length}`),
  }),
  states: ofItems('A state is one of the seven documented states.', 'inferred', 'state', {
    read: (item) => at(item, 'state'),
    judge: (states) => {
      const found = [
        ...new Set(states.map((state) => /^[\w-]{1,40}$/.exec(String(state))?.[0] ?? 'another format')),
      ];
      return judged(
        found.every((state) => knownStates.has(state)),
        found.join(', '),
      );
    },
  }),
  secretView: ofItems(
    'Secrets are masked, neither omitted nor encrypted.',
    'unknown',
    'secrets-in-responses',
    {
      read: toSecretViews,
      judge: (views) => {
        const found = [...new Set(views.flat())];
        if (found.length === 0) return notSeen('no connection with a known secret');
        return judged(found.join() === 'masked', found.join(' and '));
      },
    },
  ),
  paramTypes: ofItems('Numbers and Booleans in params are not strings.', 'unknown', 'phoenix-params', {
    read: (item) => {
      const schema = findSchema(item);
      return Object.entries(schema?.properties ?? {}).flatMap(([name, { type }]) => {
        const value = at(item, `auth.params.${name}`);
        return type === 'string' || value === undefined ? [] : [`${type} as ${typeof value}`];
      });
    },
    judge: (types) => {
      const found = [...new Set(types.flat())];
      if (found.length === 0) return notSeen('no connection with a number or Boolean');
      return judged(!found.some((type) => type.endsWith('string')), found.join(', '));
    },
  }),
  sharedNames: ofItems('Two connections may have the same name.', 'unknown', 'create-a-connection', {
    read: (item) => at(item, 'name'),
    judge: (names) => {
      const isShared = new Set(names).size < names.length;
      return isShared ? judged(true, 'some do') : notSeen('all names differ');
    },
  }),
  defaultLimit: {
    statement: 'Without limit, a page has 20 connections.',
    label: 'unknown',
    section: 'list-connections',
    judge: fromSuccess('connections', ({ body }) => {
      const length = readValues(body, 'items[]').length;
      const hasMore = typeof at(body, '_links.next.href') === 'string';
      if (length < 20 && !hasMore) return notSeen(`only ${length} connections`);
      if (length === 20 && !hasMore) return notSeen('exactly 20 connections');
      return judged(length === 20, `${length} connections`);
    }),
  },
  nextLink: {
    statement: 'The link to the next page is relative to the service.',
    label: 'inferred',
    section: 'list-connections',
    judge: fromSuccess('firstPage', ({ body }) => {
      const href = at(body, '_links.next.href');
      if (typeof href !== 'string') return notSeen('no next page');
      return judged(
        href.startsWith('/connections?'),
        href.replace(/=[^&]*/g, '=...').replace(/\/\/[^/]+/, '//...'),
      );
    }),
  },
  anyOf: {
    statement: 'A filter with several values, separated by commas, matches any of them.',
    label: 'inferred',
    section: 'list-connections',
    judge: fromAnswer('anyOf', (answer) => {
      const found = readValues(answer.body, 'items[].id').filter((id) => id !== undefined).length;
      return judged(found === 2, isSuccess(answer) ? `${found} of 2` : showError(answer));
    }),
  },
  notEqual: {
    statement: 'The operator != gets 1440-400.',
    label: 'unknown',
    section: 'list-connections',
    judge: fromAnswer('notEqual', (answer) =>
      judged(showError(answer).endsWith('1440-400'), showError(answer)),
    ),
  },
} as const satisfies Record<string, Fact>;

/** Judges what the listed connections have in common. Values that are undefined do not count. */
function ofItems<Value>(
  statement: string,
  label: Fact['label'],
  section: string,
  { read, judge }: { read: (item: unknown) => Value; judge: (values: readonly Value[]) => Finding },
): Fact {
  return {
    statement,
    label,
    section,
    judge: fromSuccess('connections', ({ body }) => {
      const values = readValues(body, 'items[]')
        .map(read)
        .filter((value) => value !== undefined);
      return values.length === 0 ? notSeen('no connections') : judge(values);
    }),
  };
}

function isTimeOf(etag: unknown, updatedAt: unknown): boolean {
  const seconds = /-([0-9a-f]{8})0000"$/.exec(String(etag))?.[1];
  return seconds !== undefined && Math.abs(Number.parseInt(seconds, 16) - Number(updatedAt) / 1000) < 5;
}

/** The form of an etag, without its value. */
function toPattern(etag: unknown): string {
  return typeof etag === 'string'
    ? etag.slice(0, 80).replace(/[A-Za-z0-9]+/g, (part) => `{${part.length}}`)
    : 'none';
}

/** The schema of the params of a connection whose spec is known here. */
function findSchema(item: unknown) {
  const spec = connectionSpecs.find(({ id }) => id === at(item, 'connectionSpec.id'));
  return spec?.authSpec.find(({ name }) => name === at(item, 'auth.specName'))?.spec;
}

/** How the secrets of a connection are shown. */
function toSecretViews(item: unknown): readonly string[] {
  const secrets = Object.entries(findSchema(item)?.properties ?? {}).filter(
    ([, { format }]) => format === 'password',
  );
  return secrets.map(([name]) => {
    const value = at(item, `auth.params.${name}`);
    if (value === undefined || value === null || value === '') return 'omitted';
    return typeof value === 'string' && /^(?:[xX*•.]+|\{\w+\}|<\w+>)$/.test(value)
      ? 'masked'
      : 'another value';
  });
}
