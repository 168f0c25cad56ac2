import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RegisteredRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria/I18nProvider';
import { PlatformAnswersProvider } from '../session/access.tsx';
import type { PlatformAnswers } from '../session/platform-answers.ts';
import type { Store } from '../ui/form/store.ts';
import { type Wizards, WizardProvider } from '../wizard/wizard.tsx';
import { Product } from './Product.tsx';

interface AppProps {
  readonly queryClient: QueryClient;
  readonly router: RegisteredRouter;
  readonly wizards: Wizards;
  readonly platform: Store<PlatformAnswers>;
}

/** Everything that is drawn, in the browser and once on the server. */
export function App({ queryClient, router, wizards, platform }: AppProps) {
  return (
    <StrictMode>
      <I18nProvider locale="en-US">
        <QueryClientProvider client={queryClient}>
          <PlatformAnswersProvider store={platform}>
            <WizardProvider wizards={wizards}>
              <Product>
                <RouterProvider router={router} />
              </Product>
            </WizardProvider>
          </PlatformAnswersProvider>
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>
  );
}
