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
      aria-label={`${isShown ? 'Hide' : 'Show'} ${label.replace(/ \(optional\)$/, '').toLowerCase()}`}
      className={quietButtonStyle({ isIcon: false })}
      onClick={onToggle}
    >
      {isShown ? 'Hide' : 'Show'}
    </button>
  );
}
