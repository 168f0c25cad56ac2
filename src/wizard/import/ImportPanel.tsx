import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type ReactNode, useState } from 'react';
import { useSecretState } from '../../session/secret-store.ts';
import { ChoiceButton } from '../../ui/ChoiceButton.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { useLazyComponent } from '../../ui/use-lazy-component.ts';
import type { Import as Imported } from './ImportDialog.tsx';
import { usePagePaste } from '../../ui/use-page-paste.ts';
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
  /** Makes the import a large choice beside the other ways to start, and not a plain button. */
  readonly choice?: { readonly description: string; readonly others: ReactNode };
}

/** Opens the import dialog, also for a text that is pasted on the page, and can undo the last import. */
export function ImportPanel(props: ImportPanelProps) {
  const { label, text, onText, keepsAccess, read, write, choice } = props;
  const [applied, setApplied] = useSecretState<Imported | null>(null, null);
  const [said, setSaid] = useState('');
  const { Component: ImportDialog, hasFailed, retry } = useLazyComponent(loadDialog, text !== null);
  const open = (initialText: string) => {
    retry();
    onText(initialText);
  };
  usePagePaste((pasted) => {
    if (text === null) open(pasted);
  });
  return (
    <div
      className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 16, rowGap: 8 })}
    >
      {choice === undefined ? (
        <Button variant="secondary" onFocus={() => void loadDialog()} onPress={() => open('')}>
          {label}
        </Button>
      ) : (
        <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12, width: 'full' })}>
          <ChoiceButton
            label={label}
            description={choice.description}
            onApproach={() => void loadDialog()}
            onPress={() => open('')}
          />
          {choice.others}
        </div>
      )}
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
