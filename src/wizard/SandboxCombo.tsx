import type { PlatformAnswers } from '../platform/platform-answers.ts';
import { ComboInput, type ComboInputProps } from '../ui/ComboInput.tsx';

/** The sandboxes to choose from; a module of its own so that it can be loaded late. */
export function SandboxCombo(props: ComboInputProps<PlatformAnswers>) {
  return <ComboInput {...props} />;
}
