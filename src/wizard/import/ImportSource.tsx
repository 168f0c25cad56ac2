import { Button } from '@react-spectrum/s2/Button';
import { FileTrigger } from '@react-spectrum/s2/FileTrigger';
import { TextArea } from '@react-spectrum/s2/TextArea';
import type { TextFieldRef } from '@react-spectrum/s2/TextField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import { useState } from 'react';
import { longestText, nameConnections } from '../../imports/read-pasted-text.ts';
import { findOverlay } from '../../sources/find-overlay.ts';
import type { Refusal } from '../../sources/overlay.ts';
import type { Source } from '../../sources/source.ts';
import { useSecretState } from '../../session/secret-store.ts';
import { emptyOnceGone } from '../../ui/fields/empty-once-gone.ts';

interface ImportSourceProps {
  readonly source: Source;
  readonly initialText: string;
  readonly refusal: Refusal | null;
  readonly onText: (text: string) => void;
}

/** In bytes. A character has at most four. A larger file is not read, because its text is too long anyway. */
const largestFile = 4 * longestText;

const tooLarge = 'This file is too large. Choose a smaller file.';

/** In characters. A browser needs seconds to lay out a box with many thousands of lines, and nobody edits them there. */
const longestShown = 20_000;

/** What is left in the box of a text that was read. */
function toShown(text: string): string {
  return text.length > longestShown ? '' : text;
}

/** The input for a text that is pasted, typed, dropped as a file or chosen as a file. */
export function ImportSource({ source, initialText, refusal, onText }: ImportSourceProps) {
  const [text, setText] = useSecretState(toShown(initialText), '');
  const [fileProblem, setFileProblem] = useState<string | null>(null);

  const readFile = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > largestFile) {
      setFileProblem(tooLarge);
      return;
    }
    setFileProblem(null);
    try {
      const content = await file.text();
      if (content.length > longestText) {
        setFileProblem(tooLarge);
        return;
      }
      setText(toShown(content));
      onText(content);
    } catch {
      setFileProblem('This file could not be read. Choose a file, not a folder.');
    }
  };
  const overlay = findOverlay(source);
  const forms = overlay === null ? '' : ` (${overlay.addressForms})`;
  const problem = fileProblem ?? refusal?.reason ?? null;
  return (
    <div
      className={style({ display: 'flex', flexDirection: 'column', gap: 16, alignItems: 'start' })}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void readFile(event.dataTransfer.files[0]);
      }}
    >
      <TextArea
        ref={(control: TextFieldRef<HTMLTextAreaElement> | null) => {
          const box = control?.getInputElement();
          return box ? () => emptyOnceGone(box) : undefined;
        }}
        label="Paste text or drop a file"
        description={`A Postman environment, a Developer Console credential, .env text, a curl command, ${nameConnections(source)}${forms}. The text is read on this page and not sent anywhere.`}
        value={text}
        onChange={setText}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          // Text that is pasted into an empty box is read at once, because it is complete.
          if (text.trim() === '' && pasted !== '') {
            event.preventDefault();
            setText(toShown(pasted));
            setFileProblem(null);
            onText(pasted);
          }
        }}
        autoFocus
        spellCheck="false"
        isInvalid={problem !== null}
        errorMessage={problem}
        styles={style({ width: 'full' })}
      />
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12 })}>
        <Button variant="primary" isDisabled={text.trim() === ''} onPress={() => onText(text)}>
          Import
        </Button>
        <FileTrigger onSelect={(files) => void readFile(files?.[0])}>
          <Button variant="secondary">Choose file</Button>
        </FileTrigger>
      </div>
      {/* The message next to the box is its description. Screen readers do not announce changes of a description. */}
      <VisuallyHidden role="status">{problem}</VisuallyHidden>
    </div>
  );
}
