import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMutation } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { fetchDemoCredentials } from '../../session/demo-credentials.ts';
import type { PlatformAnswers } from '../../session/platform-answers.ts';

/** Fills in step one with credentials that the local Flow Service generates. */
export function DemoCredentials({ form }: { readonly form: UseFormReturn<PlatformAnswers> }) {
  const demo = useMutation({
    // Resolves without a value, so that no mutation keeps the token.
    mutationFn: async () =>
      form.reset(await fetchDemoCredentials(), { keepDefaultValues: true, keepSubmitCount: true }),
    networkMode: 'always',
  });
  return (
    <div
      className={style({
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        justifyContent: 'space-between',
        gap: 12,
        padding: 16,
        borderRadius: 'lg',
        backgroundColor: 'informative-subtle',
        font: 'body',
      })}
    >
      <p className={style({ margin: 0, flexGrow: 1, flexBasis: 256 })}>
        {demo.isError
          ? 'The local Flow Service did not return credentials. Check that it is running, then try again.'
          : 'Running on the local emulator. You can use sample credentials.'}
      </p>
      <Button variant="secondary" isPending={demo.isPending} onPress={() => demo.mutate()}>
        Use demo credentials
      </Button>
    </div>
  );
}
