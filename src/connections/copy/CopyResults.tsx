import { Button } from '@react-spectrum/s2/Button';
import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { explainError } from '../../errors/explain-error.ts';
import type { Explanation } from '../../errors/explanations.ts';
import { ErrorResponse } from '../../errors/ErrorResponse.tsx';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import { usePlatformAnswers } from '../../session/access.tsx';
import { paths } from '../../session/paths.ts';
import { CredentialsLink } from '../CredentialsLink.tsx';
import { isOfCredentials } from '../is-of-credentials.ts';
import { CopyLine, CopyTable } from './CopyTable.tsx';
import { describeCopy, nameCopy } from './copy-words.ts';
import { type Copies, type Copy, canBeSearched, copyKey, isUncertain } from './copies.ts';
import { type ShownNames, findName } from './name-apart.ts';
import type { Original } from './originals.ts';

interface CopyResultsProps {
  readonly originals: readonly Original[];
  readonly copies: Copies;
  /** Represents the credentials that the page has now. */
  readonly caller: string;
  readonly names: ShownNames;
  readonly onSearch: (copy: Copy) => void;
  /** Asks to create a copy again that may exist. */
  readonly onCreateAgain: (copy: Copy) => void;
}

/** One line for each copy, with its result. */
export function CopyResults({ originals, copies, caller, names, onSearch, onCreateAgain }: CopyResultsProps) {
  const isRunning = copies.phase === 'running';
  const areChanged = copies.caller !== null && copies.caller !== caller;
  const refusal = isRunning || areChanged ? null : findRefusal(copies);
  return (
    <>
      <CopyTable
        label="Copies"
        headings={['Connection', 'Sandbox', 'Result']}
        rows={copies.list}
        renderRow={(copy) => (
          <CopyLine
            key={copyKey(copy)}
            connection={findName(names, { id: copy.originalId, name: copy.name }).plain}
            sandbox={copy.sandbox}
          >
            <Result
              copy={copy}
              fullName={nameCopy(copy, names)}
              original={originals.find(({ connection }) => connection.id === copy.originalId) ?? null}
              copies={copies}
              areChanged={areChanged}
              onSearch={onSearch}
              onCreateAgain={onCreateAgain}
            />
          </CopyLine>
        )}
      />
      {refusal !== null && (
        <div>
          <CredentialsLink explanation={refusal} secret="secrets" />
        </div>
      )}
    </>
  );
}

/** Why a copy or its search was refused because of the credentials; null when none was. */
function findRefusal({ list }: Copies): Explanation | null {
  for (const { state } of list) {
    const explanation = explainRefusal(state);
    if (explanation !== null) return explanation;
  }
  return null;
}

/** Why a copy or its search was refused because of the credentials; null when it was not. */
function explainRefusal(state: Copy['state']): Explanation | null {
  const error = state.kind === 'refused' || state.kind === 'unknown' ? state.error : null;
  const explanation = error === null ? null : explainError(error, null);
  return explanation !== null && isOfCredentials(explanation) ? explanation : null;
}

interface ResultProps {
  readonly copy: Copy;
  /** The name of the copy and its sandbox. */
  readonly fullName: string;
  /** null when it cannot be read any more. */
  readonly original: Original | null;
  readonly copies: Copies;
  /** Whether the credentials were changed since the last request. */
  readonly areChanged: boolean;
  readonly onSearch: (copy: Copy) => void;
  readonly onCreateAgain: (copy: Copy) => void;
}

function Result({ copy, fullName, original, copies, areChanged, onSearch, onCreateAgain }: ResultProps) {
  const isRunning = copies.phase === 'running';
  // What was said of the earlier credentials is not true of those that the user has entered since.
  const isOutdated = areChanged && explainRefusal(copy.state) !== null;
  const isSearchOutdated = isOutdated && copy.state.kind === 'unknown';
  const { word, variant, detail } = describeCopy(
    original?.source ?? null,
    isSearchOutdated ? withoutSearch(copy) : copy,
    copies,
  );
  return (
    <>
      <div className={result}>
        <StatusLight variant={variant}>{word}</StatusLight>
        {!isRunning && copy.state.kind === 'created' && (
          <OpenButton copy={copy} fullName={fullName} id={copy.state.id} />
        )}
        {!isRunning && canBeSearched(copy) && (
          <Button
            variant="secondary"
            size="S"
            aria-label={`Search for ${fullName}`}
            onPress={() => onSearch(copy)}
          >
            Search
          </Button>
        )}
        {!isRunning && isUncertain(copy) && !canBeSearched(copy) && original !== null && (
          <Button
            variant="secondary"
            size="S"
            aria-label={`Create ${fullName} again`}
            onPress={() => onCreateAgain(copy)}
          >
            Create again
          </Button>
        )}
      </div>
      {isOutdated && !isSearchOutdated ? 'You changed the credentials after this request.' : detail}
      {copy.state.kind === 'refused' && !isOutdated && copy.state.error instanceof FlowServiceError && (
        <ErrorResponse error={copy.state.error} />
      )}
    </>
  );
}

/** The same copy before its search was refused. */
function withoutSearch(copy: Copy): Copy {
  return { ...copy, state: { kind: 'unknown', error: null, wasSearched: false } };
}

interface OpenButtonProps extends Pick<ResultProps, 'copy' | 'fullName'> {
  readonly id: string;
}

/** Changes to the sandbox of the copy, because a page shows only connections of one sandbox. */
function OpenButton({ copy, fullName, id }: OpenButtonProps) {
  const platform = usePlatformAnswers();
  const navigate = useNavigate();
  return (
    <Button
      variant="secondary"
      size="S"
      aria-label={`Open ${fullName}`}
      onPress={() => {
        platform.set({ ...platform.get(), sandbox: copy.sandbox });
        void navigate({ to: paths.connection, params: { id } });
      }}
    >
      Open
    </Button>
  );
}

const result = style({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'center',
  columnGap: 16,
  rowGap: 4,
});
