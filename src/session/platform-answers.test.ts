import { describe, expect, it } from 'vitest';
import { cleanAccessToken, ownCredentialsSchema } from './platform-answers.ts';

const valid = {
  apiKey: 'a1b2c3',
  organizationId: '0123456789ABCDEF01234567@AdobeOrg',
  accessToken: 'aa.bb.cc',
  sandbox: 'prod',
};

function complaint(change: Partial<typeof valid>): string | undefined {
  return ownCredentialsSchema.safeParse({ ...valid, ...change }).error?.issues[0]?.message;
}

function tokenOf(claims: object): string {
  return `e30.${btoa(JSON.stringify(claims))}.c2ln`.replaceAll('=', '');
}

describe('the values of the first step', () => {
  it('are trimmed', () => {
    expect(ownCredentialsSchema.parse({ ...valid, apiKey: ' a1b2c3\n', sandbox: ' prod ' })).toEqual(valid);
  });

  it.each([
    [{ apiKey: '' }, 'Enter the API key.'],
    [{ organizationId: '' }, 'Enter the organization ID.'],
    [{ organizationId: '0123@AdobeOrg' }, 'full organization ID'],
    [{ organizationId: '0123456789ABCDEF01234567' }, 'full organization ID'],
    [{ accessToken: '' }, 'Enter the access token.'],
    [{ accessToken: 'aa.bb' }, 'full access token'],
    [{ sandbox: '' }, 'Choose a sandbox'],
    [{ sandbox: 'My sandbox' }, 'not its title'],
  ])('%j is rejected with what to do', (change, words) => {
    expect(complaint(change)).toContain(words);
  });

  it('an expired token is rejected before any request', () => {
    const expired = tokenOf({ created_at: '1000', expires_in: '1000' });
    expect(complaint({ accessToken: expired })).toBe('This access token has expired. Generate a new one.');
    const good = tokenOf({ created_at: String(Date.now()), expires_in: '86400000' });
    expect(complaint({ accessToken: good })).toBeUndefined();
  });

  it('a token with 1,600 characters is accepted', () => {
    const long = `${'a'.repeat(100)}.${'b'.repeat(1200)}.${'c'.repeat(300)}`;
    expect(ownCredentialsSchema.parse({ ...valid, accessToken: long }).accessToken).toBe(long);
  });
});

it.each([
  'Bearer aa.bb.cc',
  'bearer  aa.bb.cc\n',
  'Authorization: Bearer aa.bb.cc',
  ' aa.bb\n.cc ',
  'aa.bb.cc',
])('text pasted together with a token is removed: %j', (pasted) => {
  expect(cleanAccessToken(pasted)).toBe('aa.bb.cc');
});
