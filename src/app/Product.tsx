import type { ReactNode } from 'react';
import { ProductName } from '../ui/layout/Page.tsx';
import { useWizard } from '../wizard/wizard.tsx';

/** The product is named after the chosen source. */
export function Product({ children }: { readonly children: ReactNode }) {
  return <ProductName value={`${useWizard().source.shortName} connection`}>{children}</ProductName>;
}
