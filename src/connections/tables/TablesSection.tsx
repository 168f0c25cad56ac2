import type { ReactNode } from 'react';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { Section } from '../../ui/layout/Section.tsx';

interface TablesSectionProps {
  /** What goes for all tables of this connection. */
  readonly note: ReactNode;
  readonly children: ReactNode;
}

/** The part of the page on the tables, with its heading. */
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

/** In place of the tables until the code that lists them is loaded. */
export function TablesPending({ note }: Pick<TablesSectionProps, 'note'>) {
  return (
    <TablesSection note={note}>
      <Placeholder of="field" />
      <Placeholder of="line" />
      <Placeholder of="list" />
    </TablesSection>
  );
}
