import {
  type ServedSpec,
  connectionSpecs,
  phoenixAuth,
  phoenixSpec,
} from '../../../emulator/connections/connection-specs.ts';
import { readValues } from '../../../emulator/connections/field-kind.ts';
import {
  type Fact,
  at,
  fromAnswer,
  fromSuccess,
  isSuccess,
  judged,
  notSeen,
  show,
  showError,
} from '../fact.ts';

/** Facts about the definition of Phoenix. */
const phoenixFacts = {
  phoenixOffered: {
    statement: 'Adobe still offers the connection spec of Phoenix.',
    label: 'unknown',
    section: 'withdrawal-of-the-phoenix-source',
    judge: fromAnswer('phoenixSpec', (answer) => {
      const isThere = isSuccess(answer) && at(answer.body, 'items[].id') === phoenixSpec.id;
      const isGone = answer.status === 404 || (isSuccess(answer) && !isThere);
      return isThere || isGone ? judged(isThere, showError(answer)) : notSeen(showError(answer));
    }),
  },
  phoenixName: ofPhoenix('The spec of Phoenix has the name phoenix.', (spec) => {
    const name = at(spec, 'name');
    return judged(name === phoenixSpec.name, show(name));
  }),
  phoenixParams: ofPhoenixAuth('The spec of Phoenix has the six params and no others.', (auth) => {
    const names = keysOf(at(auth, 'spec.properties'));
    return judged(isSame(names, keysOf(phoenixAuth.spec.properties)), names.join(', '));
  }),
  phoenixTypes: ofPhoenixAuth(
    'In the spec of Phoenix, port is an integer, enableSsl a Boolean, and the other params are strings.',
    (auth) => {
      const types = Object.keys(phoenixAuth.spec.properties).map(
        (name) => `${name}: ${show(at(auth, `spec.properties.${name}.type`))}`,
      );
      const expected = Object.entries(phoenixAuth.spec.properties).map(
        ([name, { type }]) => `${name}: ${show(type)}`,
      );
      return judged(isSame(types, expected), types.join(', '));
    },
  ),
  phoenixRequired: ofPhoenixAuth('The spec of Phoenix requires host, username and password.', (auth) => {
    const required = readValues(auth, 'spec.required[]').map(String);
    return judged(isSame(required, phoenixAuth.spec.required), required.join(', '));
  }),
  phoenixDefaults: ofPhoenixAuth(
    'In the spec of Phoenix, the default of port is 8765, and that of enableSsl is false.',
    (auth) => {
      const [port, ssl] = [
        at(auth, 'spec.properties.port.default'),
        at(auth, 'spec.properties.enableSsl.default'),
      ];
      return judged(port === 8765 && ssl === false, `port: ${show(port)}, enableSsl: ${show(ssl)}`);
    },
  ),
  phoenixSecret: ofPhoenixAuth('In the spec of Phoenix, only password has the format password.', (auth) => {
    const properties = at(auth, 'spec.properties');
    const secrets = keysOf(properties).filter((name) => at(properties, `${name}.format`) === 'password');
    return judged(secrets.join() === 'password', secrets.join(', ') || 'none');
  }),
  phoenixDrafts: ofPhoenix('Connections to Phoenix cannot be drafts.', (spec) => {
    const isSupported = at(spec, 'attributes.isDraftModeSupported');
    return judged(isSupported !== true, show(isSupported));
  }),
  phoenixPages: ofPhoenix('The list of Phoenix tables has no pages.', (spec) => {
    const isSupported = at(spec, 'attributes.uiAttributes.apiFeatures.explorePaginationSupported');
    return judged(isSupported !== true, show(isSupported));
  }),
} as const satisfies Record<string, Fact>;

/** Facts about the list of definitions, compared with those of the local service. */
export const specFacts = {
  ...phoenixFacts,
  specPages: {
    statement: 'The list of connection specs is complete in one response.',
    label: 'unknown',
    section: 'connection-specs',
    judge: fromSuccess('specs', ({ body }) => {
      const next = at(body, '_links.next');
      const count = readValues(body, 'items[]').length;
      return judged(
        next === undefined || next === null,
        `${count} specs, ${next ? 'and a next page' : 'no next page'}`,
      );
    }),
  },
  otherNames: ofOthers(
    'The specs of the other databases have the same names as in the local service.',
    (ours, live) => {
      const name = at(live, 'name');
      return name === ours.name ? null : `${ours.name} is ${show(name)}`;
    },
  ),
  otherAuth: ofOthers(
    'The specs of the other databases have the same auth specs as in the local service.',
    (ours, live) => {
      const names = readValues(live, 'authSpec[].name').map(String);
      const expected = ours.authSpec.map(({ name }) => name);
      return isSame(names, expected) ? null : `${ours.name} has ${names.join(', ') || 'none'}`;
    },
  ),
  otherParams: ofOthers(
    'The specs of the other databases have the same params as in the local service.',
    (ours, live) => compareAuth(ours, live, (schema) => keysOf(at(schema, 'properties'))),
  ),
  otherRequired: ofOthers(
    'The specs of the other databases require the same params as in the local service.',
    (ours, live) => compareAuth(ours, live, (schema) => readValues(schema, 'required[]').map(String)),
  ),
} as const satisfies Record<string, Fact>;

function ofPhoenix(statement: string, judge: (spec: unknown) => ReturnType<Fact['judge']>): Fact {
  return {
    statement,
    label: statement.includes('draft') ? 'unknown' : 'inferred',
    section: 'connection-specs',
    judge: fromSuccess('phoenixSpec', ({ body }) => {
      const spec = at(body, 'items[]');
      return spec === undefined ? notSeen('no spec') : judge(spec);
    }),
  };
}

function ofPhoenixAuth(statement: string, judge: (auth: unknown) => ReturnType<Fact['judge']>): Fact {
  return ofPhoenix(statement, (spec) => {
    const auth = readValues(spec, 'authSpec[]').find((one) => at(one, 'name') === phoenixAuth.name);
    return auth === undefined ? notSeen(`no auth spec ${phoenixAuth.name}`) : judge(auth);
  });
}

/** Compares every database that both sides have. `compare` returns what differs, or null. */
function ofOthers(statement: string, compare: (ours: ServedSpec, live: unknown) => string | null): Fact {
  return {
    statement,
    label: 'inferred',
    section: 'connection-specs',
    judge: fromSuccess('specs', ({ body }) => {
      const live = readValues(body, 'items[]');
      const pairs = connectionSpecs.flatMap((ours) => {
        const found = live.find((spec) => at(spec, 'id') === ours.id);
        return ours.id === phoenixSpec.id || found === undefined ? [] : [{ ours, found }];
      });
      if (pairs.length === 0) return notSeen('none of them is listed');
      const differences = pairs
        .map(({ ours, found }) => compare(ours, found))
        .filter((text) => text !== null);
      const summary = `${pairs.length - differences.length} of ${pairs.length} listed ones`;
      return judged(differences.length === 0, [summary, ...differences].join('; '));
    }),
  };
}

/** Compares the auth specs of the same name. */
function compareAuth(
  ours: ServedSpec,
  live: unknown,
  read: (schema: unknown) => readonly string[],
): string | null {
  const differences = ours.authSpec.flatMap(({ name, spec }) => {
    const found = readValues(live, 'authSpec[]').find((auth) => at(auth, 'name') === name);
    if (found === undefined) return [];
    const names = read(at(found, 'spec'));
    return isSame(names, read(spec)) ? [] : [`${ours.name}: ${names.join(', ') || 'none'}`];
  });
  return differences.length === 0 ? null : differences.join('; ');
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join() === b.toSorted().join();
}
