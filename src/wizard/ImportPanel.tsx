import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Suspense, lazy, useState } from 'react';
import { Status } from '../ui/Status.tsx';
import type { WizardAnswers } from './import-rows.ts';

const loadDialog = () => import('./ImportDialog.tsx');
/** Loaded when it is wanted: it brings all the parsers with it. */
const ImportDialog = lazy(async () => ({ default: (await loadDialog()).ImportDialog }));

interface ImportPanelProps {
  readonly label: string;
  /** What the dialog opens with: the empty string for nothing yet, null while it is closed. */
  readonly text: string | null;
  readonly onText: (text: string | null) => void;
  readonly read: () => WizardAnswers;
  readonly write: (answers: WizardAnswers) => void;
}

/** The way in for everything that is pasted, and the way back out of it. */
export function ImportPanel({ label, text, onText, read, write }: ImportPanelProps) {
  const [before, setBefore] = useState<WizardAnswers | null>(null);
  const [said, setSaid] = useState('');
  return (
    <div
      className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 16, rowGap: 8 })}
    >
      <Button
        variant="secondary"
        onPressStart={() => void loadDialog()}
        onFocus={() => void loadDialog()}
        onPress={() => onText('')}
      >
        {label}
      </Button>
      <Status>{said}</Status>
      {before !== null && (
        <Button
          variant="secondary"
          fillStyle="outline"
          size="S"
          onPress={() => {
            write(before);
            setBefore(null);
            setSaid('Everything is as it was before.');
          }}
        >
          Undo import
        </Button>
      )}
      <Suspense>
        {text !== null && (
          <ImportDialog
            initialText={text}
            held={read()}
            onClose={() => onText(null)}
            onApply={(answers, words) => {
              setBefore(read());
              setSaid(words);
              write(answers);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
