import type { Explanation } from '../../errors/explanations.ts';
import { platformLabels } from '../../session/platform-answers.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { useWizard } from '../wizard.tsx';
import { paths } from '../../session/paths.ts';

/** An error may be about a field of another step, which has no label here. */
const labels: Readonly<Record<string, string>> = platformLabels;

/** Shows the step-one field that an error is about, with a link to it that leads back to Review afterwards. */
export function PlatformFieldLink({ explanation }: { readonly explanation: Explanation }) {
  const { fieldProblem } = useWizard();
  const { field, sentence, advice } = explanation;
  const label = field === null ? undefined : labels[field];
  if (field === null || label === undefined) return null;
  return (
    <TextLink
      to={paths.platform}
      search={{ next: paths.review }}
      hash={field}
      onClick={() => fieldProblem.set({ field, message: `${sentence} ${advice}` })}
    >
      Change {label}
    </TextLink>
  );
}
