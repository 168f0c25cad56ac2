import { emptyAnswer } from '../answer.ts';
import { demoApiKey } from '../tokens/new-demo-credentials.ts';
import { revokedKey } from '../caller.ts';
import { mintAccessToken } from '../tokens/mint-access-token.ts';
import { gatewayRefusal, problem } from '../refusal.ts';
import { type Scenario, refuse } from './scenario.ts';

/** For this long after a refusal, newer tokens are accepted. */
const expiryPauseMilliseconds = 300_000;

/** Tokens, keys and organizations that are refused. */
export const callerScenarios = [
  {
    name: 'bad-token',
    description: 'The access token is not valid.',
    reachedBy: { field: 'Access token', value: 'refused.access.token' },
    on: 'every',
    everywhere: true,
    act: refuse(() => gatewayRefusal(401013)),
  },
  {
    name: 'expired-token',
    description: 'The access token has expired, according to its claims.',
    reachedBy: {
      field: 'Access token',
      value: mintAccessToken(demoApiKey, 'openid', Date.UTC(2020, 0, 1), () => 'expired'),
    },
    on: 'every',
    everywhere: true,
    act: refuse(() => gatewayRefusal(401013)),
  },
  {
    name: 'token-expires',
    description: 'The access token expires when the connection is created. A new token works.',
    reachedBy: { field: 'Host', value: 'token-expires.example' },
    on: ['createConnection'],
    everywhere: false,
    act: (call, operation) => {
      const key = `token-expires in ${call.caller.organizationId}`;
      const last = call.memory.get(key);
      if (last !== undefined && call.now - last < expiryPauseMilliseconds) return operation(call);
      return {
        answer: gatewayRefusal(401013).toAnswer(call.newId()),
        remember: { [key]: call.now, [revokedKey(call.caller.accessToken)]: call.now },
      };
    },
  },
  {
    name: 'foreign-token',
    description: 'The access token belongs to another organization.',
    reachedBy: { field: 'Access token', value: 'foreign.access.token' },
    on: 'every',
    everywhere: true,
    act: ({ endpoint }) => {
      if (endpoint === 'listSandboxes') throw gatewayRefusal(403025);
      throw problem(
        '2000-401',
        'The token has no access to the organization, or the organization does not exist.',
      );
    },
  },
  {
    name: 'wrong-api-key',
    description: 'The API key is unknown.',
    reachedBy: { field: 'API key', value: 'wrong-api-key' },
    on: 'every',
    everywhere: true,
    act: refuse(() => gatewayRefusal(403003)),
  },
  {
    name: 'wrong-organization',
    description: 'The caller has no access to the organization.',
    reachedBy: { field: 'Organization ID', value: '000000000000000000000000@AdobeOrg' },
    on: 'every',
    everywhere: true,
    act: refuse(() => gatewayRefusal(403025)),
  },
  {
    name: 'no-product-profile',
    description: 'The organization has no Experience Platform product profile for the caller.',
    reachedBy: { field: 'Organization ID', value: '111111111111111111111111@AdobeOrg' },
    on: 'every',
    everywhere: true,
    act: refuse(() => gatewayRefusal(403027)),
  },
  {
    name: 'no-permission',
    description: 'The caller can view sources but not change them.',
    reachedBy: { field: 'API key', value: 'no-permission' },
    on: ['createConnection', 'updateConnection', 'deleteConnection'],
    everywhere: false,
    act: refuse(() =>
      problem('2118-403', 'The permission write on the resource EnterpriseSource is missing.'),
    ),
  },
  {
    name: 'forbidden-without-reason',
    description: 'Creating a connection is forbidden. The response gives no reason.',
    reachedBy: { field: 'API key', value: 'forbidden-without-reason' },
    on: ['createConnection', 'updateConnection', 'deleteConnection'],
    everywhere: true,
    // OAS-S declares its 403 without a body.
    act: () => ({ answer: emptyAnswer(403) }),
  },
] as const satisfies readonly Scenario[];
