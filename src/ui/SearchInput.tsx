import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

interface SearchInputProps {
  readonly label: string;
  /** Stands below the field, such as how many there are. */
  readonly help: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** A text to search by, effective with every key. */
export function SearchInput({ label, help, text, onText }: SearchInputProps) {
  return (
    <SearchField
      label={label}
      description={help}
      size="L"
      autoCorrect="off"
      spellCheck="false"
      value={text}
      onChange={onText}
      styles={style({ width: 'full' })}
    />
  );
}
