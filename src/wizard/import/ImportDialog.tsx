import { Button, ButtonGroup, Content, Dialog, DialogContainer, Heading } from '@react-spectrum/s2/Dialog';
import { useState } from 'react';
import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import { useSecretState } from '../../session/secret-store.ts';
import { useEnvironment } from '../../session/environment-query.ts';
import { useAccess } from '../../session/access.tsx';
import type { ConnectionChoice } from '../../imports/import-result.ts';
import type { Refusal } from '../../sources/overlay.ts';
import { ConnectionMenu } from './ConnectionMenu.tsx';
import { CustomSource } from './CustomSource.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportSource } from './ImportSource.tsx';
import { OtherSource } from './OtherSource.tsx';
import { type WizardAnswers, mergeAnswers, toOfferedRows, undoRows } from './import-rows.ts';
import { findCustomSpec, readPasted, withNamedMethod } from './read-pasted.ts';
import { describeChoice } from './label-choice.ts';
import { useImportInto } from './use-import-into.ts';
import { useWizard } from '../wizard.tsx';
import { chooseAuthMethod } from '../../sources/source.ts';

/** The imported values. They may contain secrets. */
export interface Import {
  readonly merge: (held: WizardAnswers) => WizardAnswers;
  readonly undo: (held: WizardAnswers) => WizardAnswers;
  readonly from: string;
  readonly labels: readonly string[];
}

interface ImportDialogProps {
  readonly initialText: string;
  readonly held: WizardAnswers;
  /** Whether credentials that cannot work are left out. */
  readonly keepsAccess: boolean;
  readonly onClose: () => void;
  readonly onApply: (taken: Import) => void;
}

/** Takes a text, shows the values found in it next to the current ones, and imports the selected values. */
export function ImportDialog({ initialText, held, keepsAccess, onClose, onApply }: ImportDialogProps) {
  const current = chooseAuthMethod(useWizard().source, held.source.authMethod);
  const environment = useEnvironment();
  const access = useAccess();
  const importInto = useImportInto();
  const [text, setText] = useSecretState(initialText, '');
  const readFor = (given: string, place: number) => {
    const source = withNamedMethod(given, current, place);
    return { source, result: readPasted(given, source, place) };
  };
  const [reading, setReading] = useSecretState<ReturnType<typeof readFor> | null>(
    () => (initialText === '' ? null : readFor(initialText, 0)),
    null,
  );
  const { source, result } = reading ?? { source: current, result: null };
  /** The place of the chosen connection, if the text has several. */
  const [chosen, setChosen] = useState(0);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());

  const [said, setSaid] = useState('');

  const toRows = (read: typeof reading) =>
    read === null || read.result.kind === 'refused' || read.result.kind === 'otherSource'
      ? []
      : toOfferedRows(read.source, held, read.result.found, { environment, keepsAccess });
  const rows = toRows(reading);
  const changes = rows.filter(({ key, now, found }) => now !== found && !kept.has(key));
  const changeTo = (slug: string, place: number, close: () => void) => {
    close();
    void importInto(text, slug, place);
  };
  const choose = (choice: ConnectionChoice | undefined, place: number) => {
    if (choice === undefined || place === chosen) return;
    const read = readFor(text, place);
    setChosen(place);
    setReading(read);
    // What was kept was kept from the values of another connection.
    setKept(new Set());
    setSaid(describeChoice(choice, toRows(read).filter(({ now, found }) => now !== found).length));
  };
  const customSpec = result?.kind === 'refused' ? findCustomSpec(text) : null;
  const toSource = (refusal: Refusal | null) => (
    <ImportSource
      source={source}
      initialText={initialText}
      refusal={refusal}
      onText={(pasted) => {
        setText(pasted);
        setChosen(0);
        setSaid('');
        setReading(readFor(pasted, 0));
      }}
    />
  );
  return (
    <DialogContainer onDismiss={onClose}>
      <Dialog size="L">
        {({ close }) => (
          <>
            <Heading slot="title">Import</Heading>
            <Content>
              {result?.kind === 'otherSource' ? (
                <OtherSource result={result} onChange={(slug, place) => changeTo(slug, place, close)} />
              ) : result?.kind === 'refused' && customSpec !== null && access !== null ? (
                <CustomSource
                  access={access}
                  specId={customSpec}
                  text={text}
                  onChange={(slug, place) => changeTo(slug, place, close)}
                >
                  {toSource(result)}
                </CustomSource>
              ) : result === null || result.kind === 'refused' ? (
                toSource(result)
              ) : (
                <ImportPreview
                  result={result}
                  rows={rows}
                  kept={kept}
                  onKeep={(key, isKept) => setKept(withKey(kept, key, isKept))}
                >
                  {result.connections !== undefined && (
                    <>
                      <ConnectionMenu
                        label="Connection"
                        connections={result.connections}
                        chosen={chosen}
                        onChoose={(place) => choose(result.connections?.[place], place)}
                      />
                      {/* The values below the menu change, which screen readers do not announce. */}
                      <VisuallyHidden role="status">{said}</VisuallyHidden>
                    </>
                  )}
                </ImportPreview>
              )}
            </Content>
            <ButtonGroup>
              {result !== null && (
                <Button
                  variant="secondary"
                  onPress={() => {
                    setReading(null);
                    setKept(new Set());
                  }}
                >
                  Start over
                </Button>
              )}
              <Button variant="secondary" onPress={close}>
                Cancel
              </Button>
              {changes.length > 0 && result !== null && result.kind !== 'otherSource' && (
                <Button
                  variant="accent"
                  onPress={() => {
                    onApply({
                      merge: (now) => mergeAnswers(source, now, changes),
                      undo: (now) => undoRows(source, now, changes),
                      from: result.label,
                      labels: changes.map(({ label }) => label),
                    });
                    close();
                  }}
                >
                  Apply
                </Button>
              )}
            </ButtonGroup>
          </>
        )}
      </Dialog>
    </DialogContainer>
  );
}

function withKey(keys: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  return isIn ? new Set([...keys, key]) : new Set([...keys].filter((other) => other !== key));
}
