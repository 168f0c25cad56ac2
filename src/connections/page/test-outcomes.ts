import type { TestOutcome } from '../../api/connection-test.ts';

/** The texts for each test outcome: one word, one line for places that do not mention a test, and a sentence. */
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
