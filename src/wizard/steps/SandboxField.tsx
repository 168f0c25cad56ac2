import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { type PlatformAnswers, platformLabels } from '../../session/platform-answers.ts';
import type { TextSelection } from '../../ui/fields/ComboInput.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { useLazyComponent } from '../../ui/use-lazy-component.ts';
import { ListingProblem } from './ListingProblem.tsx';
import { mostListed, useSandboxes } from './use-sandboxes.ts';

/** A list box is heavy, so it comes when there is something to list. */
const loadCombo = async () => (await import('../../ui/fields/ComboInput.tsx')).ComboInput<PlatformAnswers>;

const guide = {
  whereToFind:
    'Open Sandboxes in Experience Platform. Use the name, not the title. The default sandbox is usually named prod.',
  example: 'prod',
} as const;

interface SandboxFieldProps {
  readonly form: UseFormReturn<PlatformAnswers>;
  readonly isHeldByServer: boolean;
  /** What follows the field: the reason why there is no list comes late, and below it. */
  readonly children: ReactNode;
}

/** The sandbox: chosen from a list as soon as the credentials give one, typed by hand until then and otherwise. */
export function SandboxField({ form, isHeldByServer, children }: SandboxFieldProps) {
  const { sandboxes, status, isListing, problem } = useSandboxes(form, isHeldByServer);
  const { Component: SandboxList } = useLazyComponent(loadCombo, sandboxes !== null);
  const common = { form, name: 'sandbox', label: platformLabels.sandbox, help: status, guide } as const;
  return (
    <>
      {/* The help changes as the list is read. */}
      <div data-help-lines="2">
        {sandboxes === null || SandboxList === null ? (
          <TextInput {...common} inputMode="text" isCode />
        ) : (
          <SandboxList
            {...common}
            options={sandboxes}
            mostOptions={mostListed}
            replacedSelection={readSelection()}
          />
        )}
      </div>
      {/* The words below the field are its description, which nobody hears as it changes. */}
      <VisuallyHidden role="status">{isListing ? status : ''}</VisuallyHidden>
      {children}
      <ListingProblem form={form} problem={problem} />
    </>
  );
}

/** What is selected in the field that the list is about to replace; null when the user types elsewhere. */
function readSelection(): TextSelection | null {
  const { activeElement: focused } = document;
  if (!(focused instanceof HTMLInputElement) || focused.name !== 'sandbox') return null;
  const { selectionStart, selectionEnd } = focused;
  return selectionStart === null || selectionEnd === null ? null : [selectionStart, selectionEnd];
}
