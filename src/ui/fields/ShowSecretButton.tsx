import { quietButtonStyle } from '../quiet-button-style.ts';

interface ShowSecretButtonProps {
  readonly label: string;
  readonly isShown: boolean;
  readonly onToggle: () => void;
}

/** Shows or hides the secret in the field with this label. */
export function ShowSecretButton({ label, isShown, onToggle }: ShowSecretButtonProps) {
  return (
    <button
      type="button"
      aria-label={`${isShown ? 'Hide' : 'Show'} ${toWord(label)}`}
      className={quietButtonStyle({ isIcon: false })}
      onClick={onToggle}
    >
      {isShown ? 'Hide' : 'Show'}
    </button>
  );
}

/** A label within a sentence. Only its first letter is changed, because it may contain a name or an abbreviation. */
function toWord(label: string): string {
  return label.replace(/ \(optional\)$/, '').replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
}
