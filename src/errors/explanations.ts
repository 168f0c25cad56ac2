import { findOverlay } from '../sources/find-overlay.ts';
import { explainDatabase } from '../sources/databases/explain-failure.ts';
import type { Cause } from '../sources/overlay.ts';
import { type Source, findParam } from '../sources/source.ts';

/** The meaning of an error: the invalid field if there is one, the cause, and what to do. */
export interface Explanation extends Cause {
  /** A field of step one, `params.<name>` of the source, or null when the error concerns no field. */
  readonly field: string | null;
}

type Explain = (detail: string, source: Source | null) => Explanation;

/** The same on a page whose secrets are cleared when the user leaves it to enter a new token. */
export const newTokenElsewhere: Explanation = {
  field: 'accessToken',
  sentence: 'Adobe does not accept this access token.',
  advice: 'It may have expired: tokens are valid for 24 hours. Paste a new token.',
};

export const newToken: Explanation = {
  ...newTokenElsewhere,
  advice: `${newTokenElsewhere.advice} Your other values are kept.`,
};

/** The same when the server provides the credentials, so there is no field to correct. */
const serversToken: Explanation = {
  field: null,
  sentence: 'Adobe does not accept the access token of the wizard server.',
  advice: 'Try again. If the error persists, ask the server’s administrator to set a new AEP_ACCESS_TOKEN.',
};

const serversKey: Explanation = {
  field: null,
  sentence: 'Adobe does not accept the client ID of the wizard server.',
  advice: 'Ask the server’s administrator to check AEP_CLIENT_ID.',
};

const serversOrganization: Explanation = {
  field: null,
  sentence: 'The credentials of the wizard server don’t have access to its organization.',
  advice:
    'Ask the server’s administrator to check AEP_ORG_ID, and to check that the credential is in an Experience Platform product profile.',
};

export const serverExplanations: Readonly<Record<string, Explanation>> = {
  accessToken: serversToken,
  apiKey: serversKey,
  organizationId: serversOrganization,
};

const wrongKey: Explanation = {
  field: 'apiKey',
  sentence: 'Adobe does not accept this API key.',
  advice: 'Enter the client ID of the credential that generated the access token.',
};

const wrongOrganization: Explanation = {
  field: 'organizationId',
  sentence: 'The access token does not give access to this organization.',
  advice:
    'Check the organization ID. If it is correct, ask your administrator to add the credential to an Experience Platform product profile.',
};

const wrongSandbox: Explanation = {
  field: 'sandbox',
  sentence: 'Sandbox not found, or your credentials don’t have access to it.',
  advice: 'Choose another sandbox. Enter its name, not its title.',
};

const serviceBusy: Explanation = {
  field: null,
  sentence: 'Flow Service is receiving too many requests.',
  advice: 'Wait a moment, then try again.',
};

const sandboxServiceFailed: Explanation = {
  field: null,
  sentence: 'Adobe could not look up the sandbox.',
  advice: 'This is a problem at Adobe. Try again in a minute.',
};

const sourceGone: Explanation = {
  field: null,
  sentence: 'Adobe no longer offers this source to this organization.',
  advice: 'Changing the form does not help. Go back to the source step for alternatives.',
};

const notInSandbox: Explanation = {
  field: null,
  sentence: 'Connection not found in this sandbox.',
  advice: 'It may have been deleted, be in another sandbox, or be hidden by access labels.',
};

/** Anything between this page and the service may send it, so it says nothing about a connection. */
const unknownAddress: Explanation = {
  field: null,
  sentence: 'Not found. The response does not say whether the connection exists.',
  advice: 'A proxy or gateway between the wizard server and Adobe may have sent it. Try again in a minute.',
};

const missingPermission: Explanation = {
  field: null,
  sentence: 'Your credentials don’t have permission to do this.',
  advice: 'Ask your administrator for the Manage Sources permission in this sandbox.',
};

const versionChanged: Explanation = {
  field: null,
  sentence: 'Someone else changed this connection.',
  advice: 'Reload it, review what changed, and then make your change again.',
};

const inUse: Explanation = {
  field: null,
  sentence: 'Dataflows still use this connection.',
  advice:
    'In Experience Platform, delete the dataflows first, then their source connections. Then delete this connection.',
};

const notNow: Explanation = {
  field: null,
  sentence: 'Adobe is currently changing this connection.',
  advice: 'Wait a moment, reload it, and then try again.',
};

const cannotChange: Explanation = {
  field: null,
  sentence: 'Flow Service does not allow changes to this connection.',
  advice: 'Duplicate it, change the values of the copy, create the copy, and then delete this connection.',
};

const unsendable: Explanation = {
  field: null,
  sentence: 'A value of the connection contains characters that are not allowed.',
  advice: 'The error details below name the value. Remove special characters from it.',
};

const namedParam: Explain = (detail, source) => {
  const named = source?.authMethod.params.find(({ name }) => new RegExp(`\\b${name}\\b`, 'i').test(detail));
  return {
    field: named === undefined ? null : `params.${named.name}`,
    sentence: 'Flow Service does not accept a value of the connection.',
    advice: 'The error details below name the value and the reason.',
  };
};

/** The overlay of the source interprets the message of the database. It can name a param that the source lost. */
const providerRefused: Explain = (detail, source) => {
  if (source === null) return { field: null, ...refusedBy('The database') };
  const overlay = findOverlay(source);
  const known = overlay === null ? explainDatabase(source, detail) : overlay.explainProvider(detail);
  const { param, ...cause } = known ?? { param: null, ...refusedBy(source.shortName) };
  const isShown = param !== null && findParam(source, param) !== undefined;
  return { field: isShown ? `params.${param}` : null, ...cause };
};

function refusedBy(name: string) {
  return {
    sentence: `${name} rejected the connection, or Adobe could not reach it.`,
    advice: 'See the error details below.',
  };
}

export const tooSlow: Explanation = {
  field: null,
  sentence: 'The database or its network did not respond in time.',
  advice: 'Check that its firewall allows Adobe’s IP addresses. Then try again.',
};

/** Problem codes (TRB, ERR-F, ERR-S); `*-` represents the undocumented prefix of the connector layer. */
const codes: readonly (readonly [explanation: Explanation | Explain, ...codes: readonly string[]])[] = [
  [newToken, '403010', '401013', 'FLOW-2114-400', 'FLOW-2115-400'],
  [wrongKey, '403000', '403003'],
  [
    wrongOrganization,
    '400003',
    '403025',
    '403027',
    'FLOW-2000-401',
    'FLOW-2001-401',
    'FLOW-2002-401',
    '*-1339-400',
  ],
  [wrongSandbox, 'FLOW-2100-404', 'FLOW-2101-404', 'FLOW-2103-404', 'FLOW-2105-400', 'FLOW-2106-404'],
  // `*` asks for all sandboxes, which requires special permission.
  [wrongSandbox, 'FLOW-2111-403', 'FLOW-2112-400', 'FLOW-2113-400'],
  [sandboxServiceFailed, 'FLOW-2102-500', 'FLOW-2104-500', 'FLOW-2107-500', 'FLOW-2108-500'],
  [unsendable, '*-1303-400'],
  [namedParam, '*-1304-400', '*-1312-400', '*-1329-400', '*-1359-400', '*-1393-400'],
  [providerRefused, 'FLOW-1100-400', '*-1308-400'],
  [tooSlow, 'FLOW-1104-504'],
  [sourceGone, 'FLOW-1413-400', '*-1305-400'],
  // The catalog prints 400 (ERR-F). The one real sample has 404 (T-LABEL).
  [notInSandbox, 'FLOW-1439-404', 'FLOW-1439-400', 'FLOW-1101-404'],
  [missingPermission, 'FLOW-2118-403', 'FLOW-2120-403', 'FLOW-2121-403'],
  [versionChanged, 'FLOW-1404-412'],
  [notNow, 'FLOW-1416-400', 'FLOW-1417-400', 'FLOW-1420-400', 'FLOW-1421-400', 'FLOW-1422-400'],
  [notNow, 'FLOW-1457-400', 'FLOW-1458-400'],
  [cannotChange, 'FLOW-1445-400', '*-1300-400'],
  [inUse, 'FLOW-1418-400'],
  [serviceBusy, '429050'],
];

/** By problem code. */
export const explanations: ReadonlyMap<string, Explanation | Explain> = new Map(
  codes.flatMap(([explanation, ...its]) => its.map((code) => [code, explanation] as const)),
);

/** By HTTP status, when the code is not known. */
export const statusExplanations: Readonly<Record<number, Explanation>> = {
  401: newToken,
  403: missingPermission,
  404: unknownAddress,
  412: versionChanged,
  429: serviceBusy,
};
