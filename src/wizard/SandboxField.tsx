import { Suspense, lazy, useDeferredValue } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { PlatformAnswers } from '../platform/platform-answers.ts';
import { TextInput } from '../ui/TextInput.tsx';
import { ListingProblem } from './ListingProblem.tsx';
import { useSandboxes } from './use-sandboxes.ts';

/** Loaded when there is something to list: a list box is heavy. */
const SandboxCombo = lazy(async () => {
  const { SandboxCombo: component } = await import('./SandboxCombo.tsx');
  return { default: component };
});

interface SandboxFieldProps {
  readonly form: UseFormReturn<PlatformAnswers>;
  readonly isHeldByServer: boolean;
}

/** The sandbox: chosen from a list as soon as the credentials give one, typed by hand until then and otherwise. */
export function SandboxField({ form, isHeldByServer }: SandboxFieldProps) {
  const { sandboxes, status, problem } = useSandboxes(form, isHeldByServer);
  // Deferred: the text field stays, with the focus and every keystroke, until the list box has been loaded.
  const isListed = useDeferredValue(sandboxes !== null);
  const common = { form, name: 'sandbox', label: 'Sandbox', help: status } as const;
  const byHand = <TextInput {...common} inputMode="text" isCode />;
  return (
    <div>
      <Suspense fallback={byHand}>
        {isListed && sandboxes !== null ? (
          <SandboxCombo {...common} options={sandboxes} autoFocus={isTyping()} />
        ) : (
          byHand
        )}
      </Suspense>
      {problem !== null && <ListingProblem form={form} problem={problem} />}
    </div>
  );
}

/** Whether the field that the list is about to replace has the focus, which must not be lost. */
function isTyping(): boolean {
  return document.activeElement?.getAttribute('name') === 'sandbox';
}
