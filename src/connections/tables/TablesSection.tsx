import type { ReactNode } from 'react';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { Section } from '../../ui/layout/Section.tsx';

interface TablesSectionProps {
  /** A note that applies to all tables of this connection. */
  readonly note: ReactNode;
  readonly children: ReactNode;
}

export function TablesSection({ note, children }: TablesSectionProps) {
  return (
    <Section
      heading="Tables"
      lead="Tables in this database. Choose a table to see its columns."
      action={null}
    >
      {note}
      {children}
    </Section>
  );
}

/** Shown until the code that lists the tables is loaded. */
export function TablesPending({ note }: Pick<TablesSectionProps, 'note'>) {
  return (
    <TablesSection note={note}>
      <Placeholder of="field" />
      <Placeholder of="line" />
      <Placeholder of="list" />
    </TablesSection>
  );
}
