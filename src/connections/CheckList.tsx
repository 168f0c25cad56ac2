import { Button } from '@react-spectrum/s2/Button';
import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { SearchInput } from '../ui/SearchInput.tsx';
import { searchByWords } from '../ui/search-by-words.ts';

interface CheckListProps {
  /** The label of the search field. */
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly detail: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** The number of items that are drawn at first and added by each click. Fewer need no search. */
const portion = 8;

/** Items to check, with a search if there are many. What is found can be checked together. */
export function CheckList({ label, items, chosen, onChange }: CheckListProps) {
  const [search, setSearch] = useState('');
  const [count, setCount] = useState(portion);
  const found =
    search === '' ? items : searchByWords(items, search, ({ name, detail }) => `${name} ${detail}`);
  const areAllChosen = found.every(({ id }) => chosen.has(id));
  const set = (ids: readonly string[], isIn: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isIn) next.add(id);
      else next.delete(id);
    }
    onChange(next);
  };
  return (
    <>
      {items.length > portion && (
        <SearchInput
          label={label}
          help={`${found.length.toLocaleString('en-US')} found, ${chosen.size.toLocaleString('en-US')} selected.`}
          text={search}
          onText={(text) => {
            setSearch(text);
            setCount(portion);
          }}
        />
      )}
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
        {found.slice(0, count).map(({ id, name, detail }) => (
          <Checkbox
            key={id}
            isEmphasized
            isSelected={chosen.has(id)}
            onChange={(isChosen) => set([id], isChosen)}
          >
            <span className={style({ overflowWrap: 'anywhere' })}>
              {name}
              {detail !== '' && (
                <span className={style({ font: 'body-xs', display: 'block', color: 'neutral-subdued' })}>
                  {detail}
                </span>
              )}
            </span>
          </Checkbox>
        ))}
      </div>
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
        {found.length > 1 && (
          <Button
            variant="secondary"
            size="S"
            onPress={() =>
              set(
                found.map(({ id }) => id),
                !areAllChosen,
              )
            }
          >
            {areAllChosen ? 'Clear selection' : search === '' ? 'Select all' : 'Select all found'}
          </Button>
        )}
        {count < found.length && (
          <Button variant="secondary" size="S" onPress={() => setCount(count + portion)}>
            Show more
          </Button>
        )}
      </div>
    </>
  );
}
