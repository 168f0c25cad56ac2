import { useMutation } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { fetchDemoCredentials } from '../../session/demo-credentials.ts';
import type { PlatformAnswers } from '../../session/platform-answers.ts';
import { ChoiceButton } from '../../ui/ChoiceButton.tsx';

/** Fills in step one with credentials that the local Flow Service generates. */
export function DemoCredentials({ form }: { readonly form: UseFormReturn<PlatformAnswers> }) {
  const demo = useMutation({
    // Resolves without a value, so that no mutation keeps the token.
    mutationFn: async () =>
      form.reset(await fetchDemoCredentials(), { keepDefaultValues: true, keepSubmitCount: true }),
    networkMode: 'always',
  });
  return (
    <ChoiceButton
      label="Use demo credentials"
      description={
        demo.isError
          ? 'The local Flow Service did not return credentials. Check that it is running, then try again.'
          : 'Sample credentials for the local Flow Service.'
      }
      isPending={demo.isPending}
      onPress={() => demo.mutate()}
    />
  );
}
