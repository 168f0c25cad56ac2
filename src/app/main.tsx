import '@react-spectrum/s2/page.css';
import './page.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria/I18nProvider';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { PlatformAnswersProvider } from '../platform/access.tsx';
import { noPlatformAnswers } from '../platform/platform-answers.ts';
import { createSourceAnswers } from '../source-form/source-answers.ts';
import { catalog } from '../sources/catalog.ts';
import { createMemory } from '../ui/memory.ts';
import { WizardProvider } from '../wizard/wizard-answers.tsx';
import { createAppRouter } from './router.tsx';

// Without it zod tries to compile its schemas, which the Content Security Policy forbids.
z.config({ jitless: true });

const queryClient = new QueryClient();
const router = createAppRouter(queryClient);
const platformAnswers = createMemory(noPlatformAnswers);
const [source] = catalog;
const wizard = { source, memory: createMemory(createSourceAnswers(source)) };

const container = document.getElementById('app');
if (container === null) throw new Error('index.html has no element #app.');
createRoot(container).render(
  <StrictMode>
    <I18nProvider locale="en-US">
      <QueryClientProvider client={queryClient}>
        <PlatformAnswersProvider memory={platformAnswers}>
          <WizardProvider wizard={wizard}>
            <RouterProvider router={router} />
          </WizardProvider>
        </PlatformAnswersProvider>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
