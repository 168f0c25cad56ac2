import type { ConnectionChoice } from '../../imports/import-result.ts';
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx';
import { labelChoice } from './label-choice.ts';

interface ConnectionMenuProps {
  readonly label: string;
  readonly connections: readonly ConnectionChoice[];
  /** The place of the chosen connection in the list. */
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
  readonly autoFocus?: boolean;
}

/** The choice among several connections of a text. */
export function ConnectionMenu(props: ConnectionMenuProps) {
  const { label, connections, chosen, onChoose, autoFocus = false } = props;
  return (
    <ChoiceMenu
      label={label}
      options={connections.map((one, place) => ({ id: String(place), label: labelChoice(one) }))}
      chosen={String(chosen)}
      autoFocus={autoFocus}
      onChoose={(place) => onChoose(Number(place))}
    />
  );
}
