import { Button } from '@react-spectrum/s2/Button';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { secretStore } from '../session/secret-store.ts';
import { useLazyComponent } from '../ui/use-lazy-component.ts';
import { useCreateStage } from '../create/create-context.tsx';
import { useWizard } from './wizard.tsx';
import { paths } from '../session/paths.ts';

/** Loaded on demand, because the first step must load quickly. */
const loadQuestion = async () => (await import('./StartAgainQuestion.tsx')).StartAgainQuestion;

/** Restarts the wizard after a confirmation, because cleared values cannot be restored. */
export function StartAgain() {
  const { startAgain, storage } = useWizard();
  const stage = useCreateStage();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const { Component: Question, retry } = useLazyComponent(loadQuestion, isAsking);
  return (
    <>
      <Button
        variant="secondary"
        fillStyle="outline"
        size="S"
        isDisabled={stage !== null}
        onFocus={() => void loadQuestion()}
        onPress={() => {
          retry();
          setIsAsking(true);
        }}
      >
        Start again
      </Button>
      {Question !== null && (
        <Question
          isOpen={isAsking}
          onClose={() => setIsAsking(false)}
          onStartAgain={() => {
            // Each source saves that it has no answers, or an unfinished create, which must survive.
            startAgain();
            secretStore.clear();
            // A reload is certain to remove all earlier values. An unfinished create must survive it.
            if (storage !== null) return window.location.replace(paths.platform);
            void navigate({ to: paths.platform });
          }}
        />
      )}
    </>
  );
}
