import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useSecretState } from '../../session/secret-store.ts';
import { Status } from '../../ui/layout/Status.tsx';
import { useLazyComponent } from '../../ui/use-lazy-component.ts';
import { type ImportRow, type WizardAnswers, mergeAnswers, undoRows } from './import-rows.ts';
import { useWizard } from '../wizard.tsx';

/** Loaded when it is wanted: it brings all the parsers with it. */
const loadDialog = async () => (await import('./ImportDialog.tsx')).ImportDialog;

interface ImportPanelProps {
  readonly label: string;
  /** What the dialog opens with: the empty string for nothing yet, null while it is closed. */
  readonly text: string | null;
  readonly onText: (text: string | null) => void;
  /** Whether credentials that would not open anything are left out, because the page cannot do without. */
  readonly keepsAccess: boolean;
  readonly read: () => WizardAnswers;
  readonly write: (answers: WizardAnswers) => void;
}

/** The way in for everything that is pasted, and the way back out of it. */
export function ImportPanel({ label, text, onText, keepsAccess, read, write }: ImportPanelProps) {
  const { source } = useWizard();
  const [applied, setApplied] = useSecretState<readonly ImportRow[]>([], []);
  const [said, setSaid] = useState('');
  const { Component: ImportDialog, hasFailed } = useLazyComponent(loadDialog, text !== null);
  return (
    <div
      className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 16, rowGap: 8 })}
    >
      <Button variant="secondary" onFocus={() => void loadDialog()} onPress={() => onText('')}>
        {label}
      </Button>
      <Status>{hasFailed && text !== null ? 'The import failed to load. Try again.' : said}</Status>
      {applied.length > 0 && (
        <Button
          variant="secondary"
          fillStyle="outline"
          size="S"
          onPress={() => {
            write(undoRows(source, read(), applied));
            setApplied([]);
            setSaid('Import undone. Values you entered afterwards are kept.');
          }}
        >
          Undo import
        </Button>
      )}
      {text !== null && ImportDialog !== null && (
        <ImportDialog
          initialText={text}
          held={read()}
          keepsAccess={keepsAccess}
          onClose={() => onText(null)}
          onApply={(rows, from) => {
            write(mergeAnswers(source, read(), rows));
            setApplied(rows);
            setSaid(`Imported from ${from}: ${rows.map((row) => row.label).join(', ')}.`);
          }}
        />
      )}
    </div>
  );
}
