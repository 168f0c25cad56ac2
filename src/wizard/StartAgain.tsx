import { Button } from '@react-spectrum/s2/Button';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { secretStore } from '../session/secret-store.ts';
import { useLazyComponent } from '../ui/use-lazy-component.ts';
import { useCreateStage } from '../create/create-context.tsx';
import { useWizard } from './wizard.tsx';
import { paths } from '../session/paths.ts';

/** Loaded when it is wanted: the first step is to be there soon. */
const loadQuestion = async () => (await import('./StartAgainQuestion.tsx')).StartAgainQuestion;

/** Begins the wizard anew, after a question: what was typed cannot be brought back. */
export function StartAgain() {
  const { startAgain, storage } = useWizard();
  const stage = useCreateStage();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const { Component: Question } = useLazyComponent(loadQuestion, isAsking);
  return (
    <>
      <Button
        variant="secondary"
        fillStyle="outline"
        size="S"
        isDisabled={stage !== null}
        onFocus={() => void loadQuestion()}
        onPress={() => setIsAsking(true)}
      >
        Start again
      </Button>
      {Question !== null && (
        <Question
          isOpen={isAsking}
          onClose={() => setIsAsking(false)}
          onStartAgain={() => {
            startAgain();
            secretStore.clear();
            // A page that is loaded again is certain to hold nothing of before. An unfinished create must outlive it.
            if (storage !== null) return window.location.replace(paths.platform);
            void navigate({ to: paths.platform });
          }}
        />
      )}
    </>
  );
}
