import { useQuery } from '@tanstack/react-query';
import { sandboxesQuery } from '../../api/queries.ts';
import type { Access } from '../../session/access.tsx';
import { describeSandbox, isUsableSandbox } from '../../session/sandboxes.ts';
import { Section } from '../../ui/layout/Section.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { ReadProblem } from '../ReadProblem.tsx';
import { CheckList } from '../CheckList.tsx';

interface ChooseSandboxesProps {
  readonly access: Access;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The other sandboxes that the credentials can use. */
export function ChooseSandboxes({ access, chosen, onChange }: ChooseSandboxesProps) {
  const { data, error, refetch } = useQuery(sandboxesQuery(access.credentials));
  const items = data?.items.flatMap((sandbox) =>
    isUsableSandbox(sandbox) && sandbox.name !== access.sandbox
      ? [{ id: sandbox.name, name: sandbox.name, detail: describeSandbox(sandbox) }]
      : [],
  );
  return (
    <Section heading="Sandboxes" lead={null} action={null}>
      <Status>
        {items === undefined
          ? error === null
            ? 'Loading sandboxes…'
            : 'Without the list, open a connection and choose Copy to another sandbox.'
          : items.length === 0
            ? 'Your credentials can use no other sandbox.'
            : ''}
      </Status>
      {items !== undefined && items.length > 0 && (
        <CheckList
          label="Search sandboxes"
          items={items}
          chosen={new Set(chosen)}
          onChange={(names) => onChange([...names])}
        />
      )}
      <ReadProblem source={null} error={error} onRetry={() => void refetch()} />
    </Section>
  );
}
