import { Button } from '@react-spectrum/s2/Button';
import { Suspense, lazy, useState } from 'react';

/** Loaded on demand, because only demos use it. */
const ScenarioDialog = lazy(async () => ({ default: (await import('./ScenarioDialog.tsx')).ScenarioDialog }));

/** Lets the local Flow Service simulate a failure. It appears on the local service only. */
export function FailureSimulator() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" fillStyle="outline" size="S" onPress={() => setIsOpen(true)}>
        Simulate a failure
      </Button>
      <Suspense>{isOpen && <ScenarioDialog onClose={() => setIsOpen(false)} />}</Suspense>
    </>
  );
}
