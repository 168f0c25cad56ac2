import type { ReactNode } from 'react';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { Section } from '../../ui/layout/Section.tsx';

/** The part of the page on the tables, with its heading. */
export function TablesSection({ children }: { readonly children: ReactNode }) {
  return (
    <Section
      heading="Tables"
      lead="Tables in this database. Choose a table to see its columns."
      action={null}
    >
      {children}
    </Section>
  );
}

/** In place of the tables until the code that lists them is loaded. */
export function TablesPending() {
  return (
    <TablesSection>
      <Placeholder of="field" />
      <Placeholder of="line" />
      <Placeholder of="list" />
    </TablesSection>
  );
}
