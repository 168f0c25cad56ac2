import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { scenariosQuery } from '../api/scenarios-query.ts';

/** Loaded when it is wanted: a demo needs it, the work does not. */
const ScenarioDialog = lazy(async () => ({ default: (await import('./ScenarioDialog.tsx')).ScenarioDialog }));

/** On the local Flow Service only: lets it act out a failure, and says at all times that it does. */
export function FailureSimulator() {
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery(scenariosQuery);
  const current = data?.scenarios.find(({ name }) => name === data.current) ?? null;
  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })}>
      {current !== null && (
        <p className={style({ font: 'ui', margin: 0 })}>
          <strong>Simulating:</strong> {current.description}
        </p>
      )}
      <Button variant="secondary" fillStyle="outline" size="S" onPress={() => setIsOpen(true)}>
        Simulate a failure
      </Button>
      <Suspense>{isOpen && <ScenarioDialog onClose={() => setIsOpen(false)} />}</Suspense>
    </div>
  );
}
