import type { Source } from '../sources/source.ts';

/** What an error means: the field at fault where there is one, why, and what to do. */
export interface Explanation {
  /** A field of step one, `params.<name>` of the source, or null when no field is at fault. */
  readonly field: string | null;
  readonly sentence: string;
  readonly advice: string;
}

type Explain = (detail: string, source: Source | null) => Explanation;

const newToken: Explanation = {
  field: 'accessToken',
  sentence: 'Adobe does not accept this access token.',
  advice: 'It may have expired: tokens last 24 hours. Get a new one and paste it; everything else is kept.',
};

/** The same when the server holds the credentials: there is no field to mend them in. */
const serversToken: Explanation = {
  field: null,
  sentence: 'Adobe does not accept the access token of this page’s server.',
  advice:
    'Try again: a server with a client secret gets a new token by itself. Else whoever runs it must set a new AEP_ACCESS_TOKEN.',
};

const serversKey: Explanation = {
  field: null,
  sentence: 'Adobe does not accept the client ID of this page’s server.',
  advice: 'Whoever runs the server must check AEP_CLIENT_ID.',
};

const serversOrganization: Explanation = {
  field: null,
  sentence: 'The credentials of this page’s server do not open its organization.',
  advice:
    'Whoever runs the server must check AEP_ORG_ID, and that the credential is in a product profile of Experience Platform.',
};

export const serverExplanations: Readonly<Record<string, Explanation>> = {
  accessToken: serversToken,
  apiKey: serversKey,
  organizationId: serversOrganization,
};

const wrongKey: Explanation = {
  field: 'apiKey',
  sentence: 'Adobe does not accept this API key.',
  advice: 'It must be the client ID of the credential that the access token was made with.',
};

const wrongOrganization: Explanation = {
  field: 'organizationId',
  sentence: 'The access token does not open this organization.',
  advice:
    'Check the organization ID. If it is right, ask your administrator to give the credential a product profile of Experience Platform.',
};

const wrongSandbox: Explanation = {
  field: 'sandbox',
  sentence: 'There is no such sandbox that these credentials may use.',
  advice: 'Choose another sandbox. Enter its name, not its title.',
};

const serviceBusy: Explanation = {
  field: null,
  sentence: 'Flow Service takes no more requests for the moment.',
  advice: 'Wait a little, then try again.',
};

const sandboxServiceFailed: Explanation = {
  field: null,
  sentence: 'Adobe could not look the sandbox up.',
  advice: 'This is on Adobe’s side. Try again in a minute.',
};

const sourceGone: Explanation = {
  field: null,
  sentence: 'Adobe no longer offers this source to this organization.',
  advice: 'Nothing on this form can change that. The step of the source says what to use instead.',
};

const notInSandbox: Explanation = {
  field: null,
  sentence: 'This sandbox holds no such connection.',
  advice: 'It may have been deleted, or it is in another sandbox, or access labels hide it from you.',
};

const missingPermission: Explanation = {
  field: null,
  sentence: 'These credentials may not do this.',
  advice: 'Ask your administrator for the permission Manage Sources in this sandbox.',
};

const versionChanged: Explanation = {
  field: null,
  sentence: 'Somebody changed this connection meanwhile.',
  advice: 'Load it again, look at what changed, and make your change anew.',
};

const inUse: Explanation = {
  field: null,
  sentence: 'Dataflows still use this connection.',
  advice: 'Delete those dataflows first.',
};

const notNow: Explanation = {
  field: null,
  sentence: 'The connection is being changed by Adobe at this moment.',
  advice: 'Wait a little, load it again, and try again.',
};

const cannotChange: Explanation = {
  field: null,
  sentence: 'Flow Service does not let this connection be changed.',
  advice: 'Duplicate it, change the copy before it is created, and delete this one.',
};

const unsendable: Explanation = {
  field: null,
  sentence: 'A value of the connection holds characters that cannot be sent.',
  advice: 'Its own words below say which one. Take special characters out of it.',
};

const namedParam: Explain = (detail, source) => {
  const named = source?.authMethod.params.find(({ name }) => new RegExp(`\\b${name}\\b`, 'i').test(detail));
  return {
    field: named === undefined ? null : `params.${named.name}`,
    sentence: 'Flow Service does not accept a value of the connection.',
    advice: 'Its own words below say which one and why.',
  };
};

/** What the database said is understood by its source. */
const providerRefused: Explain = (detail, source) => {
  const { param, sentence, advice } = source?.explainProvider(detail) ?? unknownRefusal;
  return { field: param === null ? null : `params.${param}`, sentence, advice };
};

const unknownRefusal = {
  param: null,
  sentence: 'The database refused the connection, or Adobe could not reach it.',
  advice: 'Its own words below say more.',
};

export const tooSlow: Explanation = {
  field: null,
  sentence: 'The database or the network before it did not answer in time.',
  advice: 'Check that its firewall lets Adobe’s addresses in, then try again.',
};

/** By problem code (contract 9.2-9.4); `*-` stands for the undocumented prefix of the connector layer. */
export const explanations: Readonly<Record<string, Explanation | Explain>> = {
  '403010': newToken,
  '401013': newToken,
  'FLOW-2114-400': newToken,
  'FLOW-2115-400': newToken,
  '403000': wrongKey,
  '403003': wrongKey,
  '400003': wrongOrganization,
  '403025': wrongOrganization,
  '403027': wrongOrganization,
  'FLOW-2000-401': wrongOrganization,
  'FLOW-2001-401': wrongOrganization,
  'FLOW-2002-401': wrongOrganization,
  'FLOW-2100-404': wrongSandbox,
  'FLOW-2101-404': wrongSandbox,
  'FLOW-2103-404': wrongSandbox,
  'FLOW-2105-400': wrongSandbox,
  'FLOW-2106-404': wrongSandbox,
  // `*` asks for all sandboxes, which ordinary callers may not.
  'FLOW-2111-403': wrongSandbox,
  'FLOW-2112-400': wrongSandbox,
  'FLOW-2113-400': wrongSandbox,
  'FLOW-2102-500': sandboxServiceFailed,
  'FLOW-2104-500': sandboxServiceFailed,
  'FLOW-2107-500': sandboxServiceFailed,
  'FLOW-2108-500': sandboxServiceFailed,
  '*-1303-400': unsendable,
  '*-1304-400': namedParam,
  '*-1312-400': namedParam,
  '*-1329-400': namedParam,
  '*-1359-400': namedParam,
  '*-1393-400': namedParam,
  'FLOW-1100-400': providerRefused,
  '*-1308-400': providerRefused,
  'FLOW-1104-504': tooSlow,
  'FLOW-1413-400': sourceGone,
  '*-1305-400': sourceGone,
  // Adobe's catalogue prints 400, the one real sample says 404 (contract 9.3).
  'FLOW-1439-404': notInSandbox,
  'FLOW-1439-400': notInSandbox,
  'FLOW-1101-404': notInSandbox,
  'FLOW-2118-403': missingPermission,
  'FLOW-2120-403': missingPermission,
  'FLOW-2121-403': missingPermission,
  'FLOW-1404-412': versionChanged,
  'FLOW-1416-400': notNow,
  'FLOW-1417-400': notNow,
  'FLOW-1420-400': notNow,
  'FLOW-1421-400': notNow,
  'FLOW-1422-400': notNow,
  'FLOW-1457-400': notNow,
  'FLOW-1458-400': notNow,
  'FLOW-1445-400': cannotChange,
  '*-1300-400': cannotChange,
  'FLOW-1418-400': inUse,
  '429050': serviceBusy,
};

/** By HTTP status, where no code is known. */
export const statusExplanations: Readonly<Record<number, Explanation>> = {
  401: newToken,
  403: missingPermission,
  404: notInSandbox,
  412: versionChanged,
  429: serviceBusy,
};
