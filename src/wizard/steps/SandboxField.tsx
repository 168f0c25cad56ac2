import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { type PlatformAnswers, platformLabels } from '../../session/platform-answers.ts';
import type { TextSelection } from '../../ui/fields/ComboInput.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { useLazyComponent } from '../../ui/use-lazy-component.ts';
import { ListingProblem } from './ListingProblem.tsx';
import { mostListed, useSandboxes } from './use-sandboxes.ts';

/** A list box is a large module, so it is loaded when there is a list. */
const loadCombo = async () => (await import('../../ui/fields/ComboInput.tsx')).ComboInput<PlatformAnswers>;

const loadEarlyDefinition = async () => (await import('./EarlyDefinition.tsx')).EarlyDefinition;

const guide = {
  whereToFind:
    'Open Sandboxes in Experience Platform. Use the name, not the title. The default sandbox is usually named prod.',
  example: 'prod',
} as const;

interface SandboxFieldProps {
  readonly form: UseFormReturn<PlatformAnswers>;
  readonly isHeldByServer: boolean;
  /** Content below the field. The reason for a missing list arrives late, so it goes below. */
  readonly children: ReactNode;
}

/** The sandbox field: a list when the credentials provide one, and a text field otherwise. */
export function SandboxField({ form, isHeldByServer, children }: SandboxFieldProps) {
  const { credentials, sandboxes, status, isListing, problem } = useSandboxes(form, isHeldByServer);
  const { Component: SandboxList } = useLazyComponent(loadCombo, sandboxes !== null);
  const { Component: EarlyDefinition } = useLazyComponent(loadEarlyDefinition, sandboxes !== null);
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
      {/* The text below the field is its description. Screen readers do not announce changes of a description. */}
      <VisuallyHidden role="status">{isListing ? status : ''}</VisuallyHidden>
      {sandboxes !== null && EarlyDefinition !== null && (
        <EarlyDefinition form={form} credentials={credentials} sandboxes={sandboxes} />
      )}
      {children}
      <ListingProblem form={form} problem={problem} />
    </>
  );
}

/** The selection in the field that the list is about to replace, or null when the user is in another field. */
function readSelection(): TextSelection | null {
  const { activeElement: focused } = document;
  if (!(focused instanceof HTMLInputElement) || focused.name !== 'sandbox') return null;
  const { selectionStart, selectionEnd } = focused;
  return selectionStart === null || selectionEnd === null ? null : [selectionStart, selectionEnd];
}
