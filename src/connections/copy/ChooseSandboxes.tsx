import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { sandboxesQuery } from '../../api/sandboxes-query.ts';
import type { SandboxList } from '../../flow-service/list-sandboxes.ts';
import type { Access } from '../../session/access.tsx';
import { describeSandbox, isUsableSandbox } from '../../session/sandboxes.ts';
import { describeUnread } from '../../ui/display-text.ts';
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
export const ChooseSandboxes = memo(function ChooseSandboxes({
  access,
  chosen,
  onChange,
}: ChooseSandboxesProps) {
  const { data, error, refetch } = useQuery(sandboxesQuery(access.credentials));
  const items = data?.items.flatMap((sandbox) =>
    isUsableSandbox(sandbox) && sandbox.name !== access.sandbox
      ? [{ id: sandbox.name, name: sandbox.name, detail: describeSandbox(sandbox) }]
      : [],
  );
  return (
    <Section heading="Sandboxes" lead={null} action={null}>
      <Status>{describe(data, items?.length ?? 0, error !== null)}</Status>
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
});

/** @param count How many other sandboxes can be used. */
function describe(list: SandboxList | undefined, count: number, hasFailed: boolean): string {
  if (list === undefined) return hasFailed ? withoutList : 'Loading sandboxes…';
  const unread = [
    describeUnread(list.unreadable, 'sandbox', 'sandboxes'),
    list.hasMore ? 'More sandboxes exist but could not be loaded.' : '',
  ].filter((text) => text !== '');
  if (unread.length > 0) return [...unread, withoutList].join(' ');
  return count === 0 ? 'No other sandboxes available.' : '';
}

const withoutList = 'To enter the name of a sandbox, open a connection and select Copy to another sandbox.';
