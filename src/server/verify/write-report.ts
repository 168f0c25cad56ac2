import { type Fact, type Finding, codeOf, isSuccess } from './fact.ts';
import type { Observations, ReadName } from './observe.ts';
import { outline } from './outline.ts';

const outcomes = ['contradicted', 'confirmed', 'not seen'] as const satisfies readonly Finding['outcome'][];

/** The requests whose answers are shown. The others are errors, or longer than they are interesting. */
const sampled: readonly ReadName[] = [
  'sandboxes',
  'withoutToken',
  'connections',
  'unknownConnection',
  'connection',
  'test',
  'root',
  'table',
];

/** The findings, contradictions first, and samples of the answers without private values. */
export function writeReport(facts: readonly Fact[], seen: Observations): string {
  const findings = facts.map((fact) => ({ ...fact, finding: fact.judge(seen) }));
  const withOutcome = (outcome: Finding['outcome']) =>
    findings.filter(({ finding }) => finding.outcome === outcome);
  const summary = outcomes.map((outcome) => `${withOutcome(outcome).length} ${outcome}`).join(', ');
  const sections = outcomes.flatMap((outcome) =>
    withOutcome(outcome).map(({ statement, label, section, finding }) =>
      [
        `${outcome}: ${statement}`,
        `  seen: ${finding.seen}`,
        `  ${label} in docs/flow-service.md#${section}`,
      ].join('\n'),
    ),
  );
  return [
    summary,
    ...sections,
    `Requests\n${writeRequests(seen)}`,
    'Samples: every text and number is replaced by its format. Names, hosts and IDs are not shown.',
    ...writeSamples(seen),
  ].join('\n\n');
}

function writeRequests({ answers, failures }: Observations): string {
  const answered = [...answers].map(([name, answer]) => {
    const code = isSuccess(answer) ? '' : `, ${codeOf(answer)}`;
    return `  ${name}: ${answer.status}${code}, ${answer.milliseconds} ms`;
  });
  return [...answered, ...[...failures].map(([name, cause]) => `  ${name}: ${cause}`)].join('\n');
}

function writeSamples({ answers }: Observations): readonly string[] {
  return sampled.flatMap((name) => {
    const answer = answers.get(name);
    if (answer === undefined) return [];
    const headers = Object.keys(answer.headers).toSorted().join(', ');
    return [
      `${name}: ${answer.status}\nheaders: ${headers}\n${JSON.stringify(outline(answer.body), null, 2)}`,
    ];
  });
}
