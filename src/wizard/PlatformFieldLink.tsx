import type { Explanation } from '../platform/explanations.ts';
import { TextLink } from '../ui/TextLink.tsx';
import { useWizard } from './wizard.tsx';

const labels: Readonly<Record<string, string>> = {
  apiKey: 'API key',
  organizationId: 'Organization ID',
  accessToken: 'Access token',
  sandbox: 'Sandbox',
};

/** The way to the field of step one that an error is about, with its words beside it, and straight back to Review. */
export function PlatformFieldLink({ explanation }: { readonly explanation: Explanation }) {
  const { fieldProblem } = useWizard();
  const { field, sentence, advice } = explanation;
  const label = field === null ? undefined : labels[field];
  if (field === null || label === undefined) return null;
  return (
    <TextLink
      to="/connect/platform"
      search={{ next: '/connect/review' }}
      hash={field}
      onClick={() => fieldProblem.set({ field, message: `${sentence} ${advice}` })}
    >
      Change {label}
    </TextLink>
  );
}
