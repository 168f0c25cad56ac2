import * as z from 'zod/mini';

interface TimedTest {
  readonly name: string;
  readonly milliseconds: number;
}

/** The used fields of Vitest's report. */
export const unitReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ fullName: z.string(), duration: z.nullish(z.number()) })),
    }),
  ),
});

const suite = z.object({
  get suites() {
    return z.optional(z.array(suite));
  },
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      tests: z.array(z.object({ results: z.array(z.object({ duration: z.number() })) })),
    }),
  ),
});

/** The used fields of Playwright's report. */
export const browserReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(suite),
});

export function timeUnitTests({ testResults }: z.infer<typeof unitReport>): readonly TimedTest[] {
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({ name: fullName, milliseconds: duration ?? 0 })),
  );
}

export function timeBrowserTests({
  suites,
}: Pick<z.infer<typeof browserReport>, 'suites'>): readonly TimedTest[] {
  return suites.flatMap((part) => [
    ...part.specs.map(({ title, file, tests }) => ({
      name: `${file}: ${title}`,
      milliseconds: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
    })),
    ...timeBrowserTests({ suites: part.suites ?? [] }),
  ]);
}

/** Lists the slowest tests, one per line. */
export function describeSlowest(tests: readonly TimedTest[], count: number): readonly string[] {
  return tests
    .toSorted((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, count)
    .map(({ name, milliseconds }) => `${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${name}`);
}
