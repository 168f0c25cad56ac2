import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { scenariosQuery } from '../api/scenarios-query.ts';

/** Loaded on demand, because only demos use it. */
const ScenarioDialog = lazy(async () => ({ default: (await import('./ScenarioDialog.tsx')).ScenarioDialog }));

/**
 * Lets the local Flow Service simulate a failure, and always shows when it does. It appears on the local service
 * only.
 */
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
