import type { CheckProblem } from '../../flow-service/check-error.ts';
import {
  type CheckFacts,
  type CheckStage,
  type CheckWarning,
  readDatabaseCode,
} from '../../flow-service/schemas/connection-check.ts';
import { shorten } from '../../ui/display-text.ts';
import type { Hop } from './check-state.ts';

export const stageNames: Readonly<Record<CheckStage, string>> = {
  hostName: 'DNS (host name)',
  network: 'Network',
  encryption: 'Encryption',
  httpPath: 'HTTP path (gateway)',
  signIn: 'Sign-in',
  queryServer: 'Query server',
  tables: 'Tables',
};

export const stateWords: Readonly<Record<Hop['state'], string>> = {
  waiting: 'Waiting',
  running: 'Running',
  passed: 'Passed',
  failed: 'Failed',
  skipped: 'Skipped',
  notTestable: 'Not testable',
};

interface Words {
  readonly sentence: string;
  readonly action: string;
}

export const problemWords: Readonly<Record<CheckProblem, Words>> = {
  unreachable: {
    sentence: 'The wizard server is not responding.',
    action: 'Check that it is running and that you are online, then check again.',
  },
  cut: {
    sentence: 'The connection to the wizard server was lost during the check.',
    action: 'Check again.',
  },
  busy: {
    sentence: 'The wizard server is running too many checks.',
    action: 'Wait a moment, then check again.',
  },
  forbidden: {
    sentence: 'The wizard server does not allow this check.',
    action:
      'Open the address that the server printed. If you already use it, ask the server’s administrator to allow checks.',
  },
  tooLarge: {
    sentence: 'The values are too long to check.',
    action: 'Shorten them, then check again.',
  },
  unreadable: {
    sentence: 'The response of the wizard server cannot be read.',
    action: 'The page and the server may be different versions. Reload the page.',
  },
};

/** What to know about a warning of a hop. */
export function explainWarning(warning: CheckWarning, { facts }: Hop): Words {
  switch (warning) {
    case 'certificateExpiresSoon':
      return {
        sentence: `The certificate ${describeDaysLeft(facts.certificate?.daysLeft ?? 0)}.`,
        action: 'Renew it in time, because dataflows stop when it expires.',
      };
    case 'certificateTrustedOnlyHere':
      return {
        sentence: 'Only the wizard server trusts the certificate.',
        action:
          'Adobe does not trust its certificate authority. Install a certificate from a public certificate authority.',
      };
    case 'credentialsNotChecked':
      return {
        sentence: 'This server does not check credentials.',
        action: 'Any username and password is accepted, so yours were not checked.',
      };
    case 'pathNotChecked':
      return {
        sentence: 'This server responds at every path.',
        action: 'The path was not checked. Check that it is correct.',
      };
  }
}

/** The facts of a hop in a few words, short enough for one line; empty for none. */
export function describeFacts(stage: CheckStage, { state, facts, warnings }: Hop): string {
  if (state === 'notTestable') return describeNotTestable(stage, facts);
  switch (stage) {
    case 'hostName': {
      const [first, ...others] = facts.addresses ?? [];
      if (first === undefined) return '';
      return shorten(others.length === 0 ? first : `${first} and ${others.length} more`, mostCharacters);
    }
    case 'network':
      return facts.address === undefined ? '' : shorten(`Connected to ${facts.address}`, mostCharacters);
    case 'encryption':
      if (state === 'passed' && facts.encryption === undefined) return 'SSL is off';
      return [
        facts.encryption?.replace('TLSv', 'TLS ') ?? '',
        facts.httpsPort === undefined ? '' : `Redirects to port ${facts.httpsPort}`,
        facts.certificate === undefined ? '' : `certificate ${describeDaysLeft(facts.certificate.daysLeft)}`,
      ]
        .filter((words) => words !== '')
        .join(', ');
    case 'queryServer':
      return facts.product === undefined
        ? describeStatus(facts)
        : shorten(`${facts.product.name} ${facts.product.version}`, mostCharacters);
    case 'tables':
      return describeTables(facts);
    case 'httpPath':
      if (warnings.length > 0) return 'Path not checked';
      return state === 'passed' ? 'The server responds' : describeStatus(facts);
    case 'signIn':
      if (warnings.length > 0) return 'Credentials not checked';
      return state === 'passed' ? 'Username and password accepted' : describeStatus(facts);
  }
}

/** An IPv6 address has up to 39 characters. */
const mostCharacters = 42;

const notTestable: Partial<Record<CheckStage, string>> = {
  encryption: 'Part of the database protocol, not tested',
  httpPath: 'Only after sign-in',
  signIn: 'Requires the password',
  queryServer: 'Only after sign-in',
  tables: 'Only after sign-in',
};

function describeNotTestable(stage: CheckStage, { status }: CheckFacts): string {
  const isAsked = status === undefined || status === 401 || status === 403;
  return stage === 'signIn' && !isAsked ? 'Not requested by the server' : (notTestable[stage] ?? '');
}

function describeTables(facts: CheckFacts): string {
  const code = readDatabaseCode(facts);
  if (code !== null) return `Error ${code.number} (${shorten(code.sqlState, 10)})`;
  if (facts.tables === undefined) return describeStatus(facts);
  return `${facts.tables.toLocaleString('en-US')} ${facts.tables === 1 ? 'table' : 'tables'}`;
}

function describeStatus({ status }: CheckFacts): string {
  return status === undefined ? '' : `HTTP status ${status}`;
}

export function describeDaysLeft(days: number): string {
  if (days < 0) return days === -1 ? 'expired yesterday' : `expired ${-days} days ago`;
  if (days === 0) return 'expires today';
  return days === 1 ? 'expires tomorrow' : `expires in ${days} days`;
}
