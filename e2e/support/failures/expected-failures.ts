import type { ScenarioName } from '../../../src/emulator/scenarios/scenarios.ts';

/** What the page shows in a scenario. It starts with a click on Create connection unless stated otherwise. */
export type ExpectedFailure =
  | ExpectedCreated
  | ExpectedUnknown
  | ExpectedAskedFor
  | ExpectedMade
  | (ExpectedRefused & {
      /**
       * The invalid field of step one, and the error shown when the sandboxes are listed. It is null when listing
       * works.
       */
      readonly kind: 'caller-field';
      readonly listing: string | null;
      readonly field: string;
    })
  | (ExpectedRefused & {
      /** The invalid field of the database, which the user corrects next to the error. */
      readonly kind: 'param';
      readonly field: string;
      readonly corrected: string;
    })
  /** No change of the form helps. */
  | (ExpectedRefused & { readonly kind: 'refused' })
  /** A later attempt succeeds. */
  | (ExpectedRefused & { readonly kind: 'busy'; readonly countdown: RegExp | null })
  /** Another spec covers this scenario completely. */
  | { readonly kind: 'elsewhere'; readonly spec: string };

interface ExpectedRefused {
  /** The exact text of the error and its advice. */
  readonly words: string;
  /** The text that shows how far the request got. */
  readonly route: string;
}

interface ExpectedCreated {
  /** The answer is lost, and the search finds the connection. */
  readonly kind: 'found';
}

interface ExpectedMade {
  /** The connection is created, and a section of its page shows the result. Another spec covers the consequences. */
  readonly kind: 'made';
  readonly part: 'Test' | 'Tables';
  readonly words: string;
}

interface ExpectedUnknown {
  /** The answer is lost, and nothing is found in 90 seconds. */
  readonly kind: 'not-found';
  readonly route: string;
}

interface ExpectedAskedFor {
  /** The sandboxes cannot be listed. The user types the name, and everything else works. */
  readonly kind: 'sandbox-by-hand';
  /** The text next to Sandbox. */
  readonly words: string;
}

const atService = 'The request reached Flow Service, which did not process it.';
const failedAtService = 'The request reached Flow Service, which failed to process it.';
const atDatabase = 'Flow Service accepted the request. Phoenix rejected it or could not be reached.';
const noAnswerFromDatabase = 'Flow Service accepted the request. Phoenix did not respond in time.';
const unreadable = 'The wizard server sent the request. The response cannot be read.';
const cutOff = 'The wizard server sent the request. Then the connection to Flow Service was lost.';

const newToken =
  'Adobe does not accept this access token. It may have expired: tokens are valid for 24 hours. Paste a new token. Your other values are kept.';
const wrongOrganization =
  'The access token does not give access to this organization. Check the organization ID. If it is correct, ask your administrator to add the credential to an Experience Platform product profile.';
const missingPermission =
  'Your credentials don’t have permission to do this. Ask your administrator for the Manage Sources permission in this sandbox.';
const busy = 'Flow Service is receiving too many requests. Wait a moment, then try again.';

const wrongPassword =
  'The database rejected this username and password. Check both, re-enter the password, and try again.';
const passwordRefused: ExpectedFailure = {
  kind: 'param',
  field: 'Password',
  corrected: 'correct horse',
  words: wrongPassword,
  route: atDatabase,
};

function callerField(field: string, words: string, isNoticedAtOnce = true): ExpectedFailure {
  return { kind: 'caller-field', listing: isNoticedAtOnce ? words : null, field, words, route: atService };
}

function refused(words: string): ExpectedFailure {
  return { kind: 'refused', words, route: atService };
}

function made(part: ExpectedMade['part'], words: string): ExpectedFailure {
  return { kind: 'made', part, words };
}

function elsewhere(spec: string): ExpectedFailure {
  return { kind: 'elsewhere', spec };
}

/** Every scenario of the local service. A missing scenario does not compile. */
export const expectedFailures: Readonly<Record<ScenarioName, ExpectedFailure>> = {
  'bad-token': callerField('Access token', newToken),
  'expired-token': elsewhere('../wizard/validation.spec.ts'),
  'token-expires': elsewhere('../wizard/token.spec.ts'),
  'foreign-token': {
    kind: 'caller-field',
    listing: wrongOrganization,
    field: 'Organization ID',
    words: wrongOrganization,
    route: atService,
  },
  'wrong-api-key': callerField(
    'API key',
    'Adobe does not accept this API key. Enter the client ID of the credential that generated the access token.',
  ),
  'wrong-organization': callerField('Organization ID', wrongOrganization),
  'no-product-profile': callerField('Organization ID', wrongOrganization),
  'no-permission': refused(missingPermission),
  'forbidden-without-reason': refused(missingPermission),

  'sandbox-gone': callerField(
    'Sandbox',
    'Sandbox not found, or your credentials don’t have access to it. Choose another sandbox. Enter its name, not its title.',
    false,
  ),
  'many-sandboxes': elsewhere('../wizard/sandboxes.spec.ts'),
  'sandboxes-forbidden': elsewhere('../wizard/sandboxes.spec.ts'),
  'sandboxes-failing': {
    kind: 'sandbox-by-hand',
    words:
      'Sandboxes could not be loaded. Flow Service had an internal error. Try again in a minute. If the error persists, send the request ID to Adobe Support.',
  },
  'sandboxes-rate-limited': elsewhere('../wizard/sandboxes.spec.ts'),
  'spec-new-param': elsewhere('../wizard/live-specs.spec.ts'),
  'spec-renamed-param': elsewhere('../wizard/live-specs.spec.ts'),
  'spec-other-auth-name': elsewhere('../wizard/live-specs.spec.ts'),
  'spec-unknown-required': elsewhere('../wizard/live-specs.spec.ts'),
  'spec-without-auth': elsewhere('../wizard/live-specs.spec.ts'),
  'spec-oauth-only': elsewhere('../wizard/live-specs.spec.ts'),
  'many-specs': elsewhere('../wizard/sources.spec.ts'),
  'sandboxes-slow': {
    kind: 'sandbox-by-hand',
    words: 'Loading sandboxes…',
  },
  'spec-withdrawn': refused(
    'Adobe no longer offers this source to this organization. Changing the form does not help. Go back to the source step for alternatives.',
  ),

  'wrong-password': passwordRefused,
  'quoted-password': passwordRefused,
  'unreachable-host': {
    kind: 'param',
    field: 'Host',
    corrected: 'mycluster.azurehdinsight.net',
    words:
      'Adobe could not connect to this host. Check the host, port and HTTP path. Allow Adobe’s IP addresses in your firewall.',
    route: atDatabase,
  },
  'test-false': made('Test', 'Adobe could not use the database.'),
  'test-refused': made('Test', wrongPassword),
  'test-slow': made('Test', 'Running'),
  'test-times-out': made('Test', 'The test was inconclusive.'),
  'changed-meanwhile': elsewhere('../connections/edit.spec.ts'),
  'in-use': elsewhere('../connections/delete.spec.ts'),
  'no-tables': made('Tables', 'The database has no tables.'),
  'many-tables': made('Tables', '10,000 tables.'),
  'unusual-names': made('Tables', '12 tables.'),

  'port-closed': elsewhere('misconfigurations.spec.ts'),
  'port-filtered': elsewhere('misconfigurations.spec.ts'),
  'port-not-encrypted': elsewhere('misconfigurations.spec.ts'),
  'certificate-expired': elsewhere('misconfigurations.spec.ts'),
  'certificate-self-signed': elsewhere('misconfigurations.spec.ts'),
  'certificate-other-name': elsewhere('misconfigurations.spec.ts'),
  'wrong-path': elsewhere('misconfigurations.spec.ts'),
  kerberos: elsewhere('misconfigurations.spec.ts'),
  'json-server': elsewhere('misconfigurations.spec.ts'),
  'not-phoenix': elsewhere('misconfigurations.spec.ts'),
  'server-down': elsewhere('misconfigurations.spec.ts'),
  'hbase-down': elsewhere('misconfigurations.spec.ts'),
  'cut-answer': elsewhere('misconfigurations.spec.ts'),

  'rate-limited': { kind: 'busy', words: busy, route: atService, countdown: null },
  'rate-limited-retry-after': {
    kind: 'busy',
    words: busy,
    route: atService,
    countdown: /^Flow Service asks you to wait [123] s\.$/,
  },
  'server-error': { kind: 'not-found', route: failedAtService },
  unavailable: { kind: 'not-found', route: failedAtService },
  'html-page': { kind: 'not-found', route: unreadable },
  'cut-before': { kind: 'not-found', route: cutOff },
  timeout: { kind: 'not-found', route: noAnswerFromDatabase },

  'timeout-created': { kind: 'found' },
  'timeout-created-later': { kind: 'found' },
  'cut-created': { kind: 'found' },
  'truncated-json': { kind: 'found' },
  'other-shape': { kind: 'found' },
  'slow-answer': elsewhere('unfinished-create.spec.ts'),
};
