import type { TestOutcome } from '../../api/connection-test.ts';

/** What each outcome of a test is called: by one word, in one line where nothing else says test, and in a sentence. */
export const testOutcomes = {
  passed: {
    variant: 'positive',
    word: 'Passed',
    line: 'Connection test passed',
    sentence: 'Adobe reached the database.',
  },
  failed: {
    variant: 'negative',
    word: 'Failed',
    line: 'Connection test failed',
    sentence: 'Adobe could not use the database.',
  },
  untestable: {
    variant: 'neutral',
    word: 'Not testable',
    line: 'Connection not testable',
    sentence: 'Flow Service can’t test this type of connection. List its tables to check whether it works.',
  },
  unknown: {
    variant: 'notice',
    word: 'Unknown',
    line: 'Connection test inconclusive',
    sentence: 'The test was inconclusive.',
  },
} as const satisfies Record<TestOutcome, object>;
