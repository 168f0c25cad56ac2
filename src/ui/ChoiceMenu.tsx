import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { Text } from '@react-spectrum/s2/Text';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

interface ChoiceMenuProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  readonly autoFocus?: boolean;
}

/** A menu with a few options. A choice takes effect at once. */
export function ChoiceMenu<Id extends string>(props: ChoiceMenuProps<Id>) {
  const { label, options, chosen, onChoose, autoFocus = false } = props;
  return (
    <Picker
      label={label}
      items={options}
      value={chosen}
      autoFocus={autoFocus}
      onChange={(key) => {
        const option = options.find(({ id }) => id === key);
        if (option !== undefined) onChoose(option.id);
      }}
      styles={style({ width: 'full' })}
    >
      {(option) => (
        <PickerItem id={option.id} textValue={option.label}>
          <Text slot="label" UNSAFE_style={{ overflowWrap: 'anywhere' }}>
            {option.label}
          </Text>
        </PickerItem>
      )}
    </Picker>
  );
}
