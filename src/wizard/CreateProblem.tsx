import type { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { ErrorPanel } from '../platform/ErrorPanel.tsx';
import type { Explanation } from '../platform/explanations.ts';
import type { Source } from '../sources/source.ts';
import { TextLink } from '../ui/TextLink.tsx';

interface CreateProblemProps {
  readonly error: FlowServiceError;
  readonly explanation: Explanation;
  readonly source: Source;
}

const platformLabels: Readonly<Record<string, string>> = {
  apiKey: 'API key',
  organizationId: 'Organization ID',
  accessToken: 'Access token',
  sandbox: 'Sandbox',
};

/** Why the connection was not created, or that nobody knows whether it was, and where to mend it. */
export function CreateProblem({ error, explanation, source }: CreateProblemProps) {
  if (!error.wasNotCarriedOut) {
    return (
      <ErrorPanel error={error} explanation={outcomeUnknown} onRetry={null}>
        <TextLink to="/connections">Look at the connections of the sandbox</TextLink>
      </ErrorPanel>
    );
  }
  return (
    <ErrorPanel error={error} explanation={explanation} onRetry={null}>
      <FieldLink field={explanation.field} source={source} />
    </ErrorPanel>
  );
}

const outcomeUnknown: Explanation = {
  field: null,
  sentence: 'The answer was lost, so it is unknown whether the connection was created.',
  advice: 'Look at the connections of the sandbox first: creating it again could make a second one.',
};

interface FieldLinkProps {
  readonly field: string | null;
  readonly source: Source;
}

function FieldLink({ field, source }: FieldLinkProps) {
  if (field === null) return null;
  const platformLabel = platformLabels[field];
  if (platformLabel !== undefined) {
    return (
      <TextLink to="/connect/platform" search={{ next: 'review' }} hash={field}>
        Change {platformLabel}
      </TextLink>
    );
  }
  const presentation = source.presentation[field.replace(/^params\./, '')];
  return (
    <TextLink to="/connect/phoenix" hash={field}>
      Change {presentation?.label ?? source.name}
    </TextLink>
  );
}
