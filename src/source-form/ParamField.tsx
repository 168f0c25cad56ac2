import type { UseFormReturn } from 'react-hook-form';
import type { Source } from '../sources/source.ts';
import { SecretInput } from '../ui/SecretInput.tsx';
import { SwitchInput } from '../ui/SwitchInput.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { settleHost } from './settle-host.ts';
import type { SourceAnswers } from './source-answers.ts';
import { updateName } from './update-name.ts';

interface ParamFieldProps {
  readonly form: UseFormReturn<SourceAnswers>;
  readonly source: Source;
  readonly param: string;
  /** null where an address is not taken apart: it is pasted as it is. */
  readonly onPasteAddress: ((address: string) => void) | null;
}

/** The control of one param, as its presentation says. */
export function ParamField({ form, source, param, onPasteAddress }: ParamFieldProps) {
  const presentation = source.presentation[param];
  if (presentation === undefined) throw new Error(`${source.name} has no param ${param}.`);
  const { control, label, help, guide } = presentation;
  const common = { form, name: `params.${param}`, label, help, guide } as const;
  switch (control) {
    case 'switch':
      return <SwitchInput {...common} />;
    case 'secret':
      // A password is never altered.
      return <SecretInput {...common} clean={(typed) => typed} />;
    case 'integer':
      return <TextInput {...common} inputMode="numeric" isCode />;
    case 'text':
      return (
        <TextInput
          {...common}
          inputMode="text"
          isCode
          {...(param === 'host' &&
            onPasteAddress !== null && { onPasteWhole: (pasted) => takeAddress(pasted, onPasteAddress) })}
          onType={(typed) => {
            const { params } = form.getValues();
            updateName(form, source, params, { ...params, [param]: typed });
          }}
          {...(param === 'host' && { onLeave: () => settleHost(form, source) })}
        />
      );
  }
}

/** A whole address, or settings, pasted where a host belongs: it may hold a password, so it never gets there. */
function takeAddress(pasted: string, onPasteAddress: (address: string) => void): boolean {
  const isAddress = /^\s*(?:jdbc:|https?:\/\/|curl\s|\{)/i.test(pasted) || pasted.trim().includes('\n');
  if (isAddress) onPasteAddress(pasted);
  return isAddress;
}
