import { Button } from '@react-spectrum/s2/Button';
import { useQueryClient } from '@tanstack/react-query';
import { ErrorPanel } from '../errors/ErrorPanel.tsx';
import { explainError } from '../errors/explain-error.ts';
import { type Access, usePlatformAnswers } from '../session/access.tsx';
import { findSandbox } from './find-sandbox.ts';
import { isNotFound } from './is-not-found.ts';
import { ReadProblem } from './ReadProblem.tsx';

interface MissingConnectionProps {
  readonly access: Access;
  readonly id: string;
  /** Why the connection could not be read; null when the read did not fail. */
  readonly error: Error | null;
  /** Whether it was in this sandbox when it was last read. */
  readonly wasFound: boolean;
  readonly onRetry: () => void;
}

/**
 * Says why a connection could not be read. If the sandbox does not have it, the sandbox is named, because it may have been
 * switched since the page was opened.
 */
export function MissingConnection({ access, id, error, wasFound, onRetry }: MissingConnectionProps) {
  const queryClient = useQueryClient();
  const platform = usePlatformAnswers();
  if (!isNotFound(error)) return <ReadProblem error={error} source={null} onRetry={onRetry} />;
  const { sandbox } = access;
  const other = wasFound ? null : findSandbox(queryClient, access, id);
  return (
    <ErrorPanel
      error={error}
      source={null}
      explanation={{ ...explainError(error, null), ...explain(sandbox, wasFound, other) }}
      onRetry={other === null ? onRetry : null}
      isAskedFor={false}
    >
      {other !== null && (
        <Button variant="primary" onPress={() => platform.set({ ...platform.get(), sandbox: other })}>
          {`Switch to sandbox ${other}`}
        </Button>
      )}
    </ErrorPanel>
  );
}

function explain(sandbox: string, wasFound: boolean, other: string | null) {
  if (wasFound) {
    return {
      sentence: 'This connection is no longer available.',
      advice: `It was deleted from sandbox ${sandbox}, or access labels now hide it.`,
    };
  }
  return {
    sentence: `Connection not found in sandbox ${sandbox}.`,
    advice:
      other === null
        ? 'It may have been deleted, be in another sandbox, or be hidden by access labels.'
        : `You last opened it in sandbox ${other}.`,
  };
}
