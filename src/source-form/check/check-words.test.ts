import { describe, expect, it } from 'vitest';
import {
  type CheckFacts,
  type CheckStage,
  checkReasons,
  checkStages,
  checkWarnings,
} from '../../flow-service/schemas/connection-check.ts';
import { notChecked } from './check-state.ts';
import { describeFacts, explainWarning, problemWords } from './check-words.ts';
import { explainFailure } from './failure-words.ts';

const endpoint = { encryption: 'enableSsl' };
const hop = notChecked.hops.tables;

/** A sentence ends with a period and fits into the reserved space. */
const sentence = /^[A-Z].{10,140}\.$/;

it('every reason has its own sentence, and an action', () => {
  const words = checkReasons.map((reason) => explainFailure(endpoint, 'tables', reason));
  for (const { sentence: said, action } of words) {
    expect(said).toMatch(sentence);
    expect(action).toMatch(sentence);
  }
  expect(new Set(words.map(({ sentence: said }) => said)).size).toBe(checkReasons.length);
});

it('every reason is explained at every stage', () => {
  for (const stage of checkStages)
    for (const reason of [...checkReasons, null]) {
      const { sentence: said, action } = explainFailure(endpoint, stage, reason);
      expect(`${said} ${action}`).toMatch(/^[A-Z].*\.$/);
    }
});

it('a source without a setting for SSL is not told to change it', () => {
  for (const stage of checkStages)
    for (const reason of checkReasons) {
      const { action } = explainFailure({ encryption: null }, stage, reason);
      expect(action).not.toMatch(/Turn (?:on|off) SSL|SSL setting/);
    }
  expect(explainFailure({ encryption: null }, 'encryption', 'portNotEncrypted').role).toBe('port');
});

it('a silent query server and a silent list of tables are told apart', () => {
  const said = checkStages.map((stage) => explainFailure(endpoint, stage, 'answerTimedOut').sentence);
  expect(new Set(said).size).toBe(4);
});

it('every warning and every problem has its own sentence, and an action', () => {
  const words = [...checkWarnings.map((one) => explainWarning(one, hop)), ...Object.values(problemWords)];
  for (const { sentence: said, action } of words) {
    expect(said).toMatch(sentence);
    expect(action).toMatch(/^[A-Z].*\.$/);
  }
  expect(new Set(words.map(({ sentence: said }) => said)).size).toBe(words.length);
});

describe('facts in a few words', () => {
  const certificate = { subject: 's', issuer: 'i', names: [], daysLeft: 364 };
  it.each<[CheckStage, CheckFacts, string]>([
    ['hostName', { addresses: ['203.0.113.5'] }, '203.0.113.5'],
    ['hostName', { addresses: ['203.0.113.5', '2001:db8::1', '2001:db8::2'] }, '203.0.113.5 and 2 more'],
    ['hostName', {}, ''],
    ['network', { address: '203.0.113.5' }, 'Connected to 203.0.113.5'],
    ['encryption', { encryption: 'TLSv1.3', certificate }, 'TLS 1.3, certificate expires in 364 days'],
    ['encryption', {}, 'SSL is off'],
    ['queryServer', { product: { name: 'Phoenix', version: '5.2' } }, 'Phoenix 5.2'],
    ['queryServer', { status: 502 }, 'HTTP status 502'],
    ['tables', { tables: 1 }, '1 table'],
    ['tables', { tables: 12_345 }, '12,345 tables'],
    ['tables', { phoenixCode: { number: 1012, sqlState: '42M03' } }, 'Error 1012 (42M03)'],
  ])('%s %j: %s', (stage, facts, words) => {
    expect(describeFacts(stage, { ...hop, state: 'passed', facts })).toBe(words);
  });

  it.each<[CheckFacts, string]>([
    [{ status: 301, httpsPort: 443 }, 'Redirects to port 443'],
    [{ certificate: { ...certificate, daysLeft: -3 } }, 'certificate expired 3 days ago'],
    [{}, ''],
  ])('also of failed encryption: %j: %s', (facts, words) => {
    expect(describeFacts('encryption', { ...hop, state: 'failed', facts })).toBe(words);
  });

  it('are short, whatever the other side says', () => {
    const long = 'x'.repeat(500);
    const facts = { addresses: [long, long], address: long, product: { name: long, version: long } };
    for (const stage of checkStages)
      expect(describeFacts(stage, { ...hop, state: 'passed', facts }).length).toBeLessThan(60);
  });

  it('say why a hop is not testable', () => {
    expect(describeFacts('signIn', { ...hop, state: 'notTestable' })).toBe('Requires the password');
    const asked = { ...hop, state: 'notTestable', facts: { status: 401 } } as const;
    expect(describeFacts('signIn', asked)).toBe('Requires the password');
    // The password is not sent to a server that is no query server.
    const other = { ...hop, state: 'notTestable', facts: { status: 405 } } as const;
    expect(describeFacts('signIn', other)).toBe('Not requested by the server');
  });
});
