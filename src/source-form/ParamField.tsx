import type { UseFormReturn } from 'react-hook-form';
import { holdsSecret } from '../imports/secret-text.ts';
import { type Source, findParam, isOptional } from '../sources/source.ts';
import { ChoiceInput } from '../ui/fields/ChoiceInput.tsx';
import { ComboInput } from '../ui/fields/ComboInput.tsx';
import { MultilineInput } from '../ui/fields/MultilineInput.tsx';
import { SecretInput } from '../ui/fields/SecretInput.tsx';
import { SwitchInput } from '../ui/fields/SwitchInput.tsx';
import { TextInput } from '../ui/fields/TextInput.tsx';
import { findText } from '../sources/fielded-text.ts';
import { completeAddress } from './complete-address.ts';
import { followEntry, pasteConnectionString } from './connection-text.ts';
import type { SourceAnswers } from './answers/source-answers.ts';
import { updateName } from './follow-name.ts';

interface ParamFieldProps {
  readonly form: UseFormReturn<SourceAnswers>;
  readonly source: Source;
  readonly param: string;
  /** null where a pasted address or pasted settings are inserted unchanged. */
  readonly onPasteAddress: ((address: string) => void) | null;
}

/** The help of the address, with the preset that completes it. */
function describeCompletion({ presets }: Source, help: string): string {
  const completing = presets.find(({ suffix }) => suffix !== null);
  if (completing === undefined) return help;
  // An example alone ends without a period, so that nothing looks like a part of it.
  return `${help.replace(/\.?$/, '.')} For ${completing.label}, the cluster name is enough.`;
}

/** The maximum number of options that are all visible. More options are in a list. */
const mostVisibleOptions = 6;

/** The control for one param, according to its description. */
export function ParamField({ form, source, param, onPasteAddress }: ParamFieldProps) {
  const described = findParam(source, param);
  if (described === undefined) throw new Error(`${source.name} has no param ${param}.`);
  const { guide } = described;
  const help = param === source.address ? describeCompletion(source, described.help) : described.help;
  const label = isOptional(described) ? `${described.label} (optional)` : described.label;
  const common = { form, name: `params.${param}`, label, help, guide } as const;
  const isPart = findText(source.authMethod, param) !== undefined;
  const taken = (isPart || onPasteAddress !== null) && {
    onPasteWhole: (pasted: string) =>
      pasteConnectionString(form, source, param, pasted) ||
      (onPasteAddress !== null && takeSettings(isPart || param === source.address, pasted, onPasteAddress)),
  };
  switch (described.control) {
    case 'switch':
      return <SwitchInput {...common} />;
    case 'secret':
      if (described.isMultiline === true) return <MultilineInput {...common} isSecret />;
      // A secret is never altered.
      return <SecretInput {...common} clean={(typed) => typed} />;
    case 'json':
      return <MultilineInput {...common} isSecret={described.isSecret} />;
    case 'multiline':
      return <MultilineInput {...common} isSecret={false} />;
    case 'choice': {
      const options = described.options.map((option) => ({
        text: String(option.value),
        label: option.label,
      }));
      const none = isOptional(described) ? [{ id: '', label: 'Not set', description: '' }] : [];
      return options.length > mostVisibleOptions ? (
        <ComboInput
          {...common}
          options={options.map(({ text, label: shown }) => ({
            name: text,
            description: shown === text ? '' : shown,
          }))}
          mostOptions={50}
          replacedSelection={null}
        />
      ) : (
        <ChoiceInput
          {...common}
          options={[
            ...none,
            ...options.map(({ text, label: shown }) => ({ id: text, label: shown, description: '' })),
          ]}
          onChoose={() => followEntry(form, source, param)}
        />
      );
    }
    case 'integer':
      return <TextInput {...common} {...taken} inputMode="numeric" isCode />;
    case 'text':
      return (
        <TextInput
          {...common}
          {...taken}
          inputMode="text"
          isCode
          onType={(typed) => {
            const { params } = form.getValues();
            updateName(form, source, params, { ...params, [param]: typed });
          }}
          {...(param === source.address && { onLeave: () => completeAddress(form, source) })}
        />
      );
  }
}

/**
 * Handles a complete address or settings pasted into one field. They may contain a secret, so they are never inserted
 * there.
 */
function takeSettings(
  mayBeAddress: boolean,
  pasted: string,
  onPasteAddress: (address: string) => void,
): boolean {
  const isAddress = /^\s*(?:jdbc:|https?:\/\/|curl\s|\{)|=/i.test(pasted) || pasted.trim().includes('\n');
  const isTaken = (mayBeAddress && isAddress) || holdsSecret(pasted, []);
  if (isTaken) onPasteAddress(pasted);
  return isTaken;
}
