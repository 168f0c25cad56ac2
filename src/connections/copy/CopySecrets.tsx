import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { AdvisedField } from '../../source-form/AdvisedField.tsx';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import type { Param, Source } from '../../sources/source.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Section } from '../../ui/layout/Section.tsx';

interface CopySecretsProps {
  readonly form: UseFormReturn<SourceAnswers>;
  /** The secrets that are needed, described as a source. */
  readonly asked: Source;
  /** Those that are drawn. */
  readonly drawn: readonly Param[];
  /** null when all are drawn. */
  readonly onShowMore: (() => void) | null;
  /** The label of the button that creates the copies. */
  readonly action: string;
  /** null when there is nothing to cancel. */
  readonly onCancel: (() => void) | null;
}

/** Asks for the secrets of the copies that are created next. */
export function CopySecrets({ form, asked, drawn, onShowMore, action, onCancel }: CopySecretsProps) {
  const { params } = asked.authMethod;
  return (
    <Card>
      <Section
        heading={params.length === 0 ? 'Create' : 'Secrets'}
        lead={
          params.length === 0
            ? 'No secrets are needed.'
            : 'Adobe does not return secrets. Enter each secret once, for all sandboxes.'
        }
        action={null}
      >
        <div
          className={style({
            display: 'flex',
            flexDirection: 'column',
            gap: 16,
            maxWidth: 672,
            // The labels name connections, which may have long words.
            overflowWrap: 'anywhere',
          })}
        >
          <SecretFields form={form} asked={asked} drawn={drawn} />
        </div>
        {onShowMore !== null && (
          <div>
            <Button variant="secondary" onPress={onShowMore}>
              Show more
            </Button>
          </div>
        )}
        <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12 })}>
          <Button type="submit" variant="accent">
            {action}
          </Button>
          {onCancel !== null && (
            <Button variant="secondary" onPress={onCancel}>
              Cancel
            </Button>
          )}
        </div>
      </Section>
    </Card>
  );
}

type SecretFieldsProps = Pick<CopySecretsProps, 'form' | 'asked' | 'drawn'>;

/** The fields are not drawn again with each response about a sandbox. */
const SecretFields = memo(function SecretFields({ form, asked, drawn }: SecretFieldsProps) {
  return drawn.map(({ name }) => (
    <AdvisedField key={name} form={form} source={asked} param={name} onPasteAddress={null} />
  ));
});
