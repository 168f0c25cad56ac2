import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

interface SearchInputProps {
  readonly label: string;
  /** The help text below the field, such as the number of results. */
  readonly help: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** A search field that reports every change of its text. */
export function SearchInput({ label, help, text, onText }: SearchInputProps) {
  return (
    <SearchField
      label={label}
      description={help}
      autoCorrect="off"
      spellCheck="false"
      value={text}
      onChange={onText}
      onSubmit={stay}
      styles={style({ width: 'full' })}
    />
  );
}

/** Enter does not submit the form around the field, which may send a request. The results are there already. */
function stay() {}
