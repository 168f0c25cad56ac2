import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ScenarioList } from '../flow-service/schemas/environment.ts';
import { useSwitchScenario } from './use-switch-scenario.ts';

/** Says on every page that a failure is simulated, and ends it. */
export function SimulationBanner({ current }: { readonly current: ScenarioList['scenarios'][number] }) {
  const end = useSwitchScenario();
  return (
    <div className={banner}>
      <p className={style({ font: 'ui', margin: 0, flexGrow: 1, flexBasis: 192 })}>
        <strong>Simulating:</strong> {current.title}. {current.description}
      </p>
      <Button
        variant="secondary"
        size="S"
        isPending={end.isPending}
        onPress={() => {
          end.mutate(null);
        }}
      >
        Turn off
      </Button>
    </div>
  );
}

const banner = style({
  width: 'full',
  boxSizing: 'border-box',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 4,
  paddingX: 12,
  paddingY: 4,
  borderRadius: 'lg',
  backgroundColor: 'notice-subtle',
  borderStyle: 'solid',
  borderWidth: 0,
  borderStartWidth: 4,
  borderColor: 'notice-700',
});
