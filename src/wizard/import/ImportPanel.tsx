import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useSecretState } from '../../session/secret-store.ts';
import { Status } from '../../ui/layout/Status.tsx';
import { useLazyComponent } from '../../ui/use-lazy-component.ts';
import type { Import } from './ImportDialog.tsx';
import type { WizardAnswers } from './import-rows.ts';

/** Loaded on demand, because it includes all parsers. */
const loadDialog = async () => (await import('./ImportDialog.tsx')).ImportDialog;

interface ImportPanelProps {
  readonly label: string;
  /** The initial text of the dialog: empty for none, null while the dialog is closed. */
  readonly text: string | null;
  readonly onText: (text: string | null) => void;
  /** Whether credentials that cannot work are left out, because the page needs working ones. */
  readonly keepsAccess: boolean;
  readonly read: () => WizardAnswers;
  readonly write: (answers: WizardAnswers) => void;
}

/** Opens the import dialog and can undo the last import. */
export function ImportPanel({ label, text, onText, keepsAccess, read, write }: ImportPanelProps) {
  const [applied, setApplied] = useSecretState<Import | null>(null, null);
  const [said, setSaid] = useState('');
  const { Component: ImportDialog, hasFailed, retry } = useLazyComponent(loadDialog, text !== null);
  return (
    <div
      className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 16, rowGap: 8 })}
    >
      <Button
        variant="secondary"
        onFocus={() => void loadDialog()}
        onPress={() => {
          retry();
          onText('');
        }}
      >
        {label}
      </Button>
      <Status>{hasFailed && text !== null ? 'The import failed to load. Try again.' : said}</Status>
      {applied !== null && (
        <Button
          variant="secondary"
          fillStyle="outline"
          size="S"
          onPress={() => {
            write(applied.undo(read()));
            setApplied(null);
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
          onApply={(taken) => {
            write(taken.merge(read()));
            setApplied(taken);
            setSaid(`Imported from ${taken.from}: ${taken.labels.join(', ')}.`);
          }}
        />
      )}
    </div>
  );
}
