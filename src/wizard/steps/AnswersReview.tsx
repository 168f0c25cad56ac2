import type { Access } from '../../session/access.tsx';
import { useEnvironment } from '../../session/environment-query.ts';
import { platformLabels } from '../../session/platform-answers.ts';
import { describeValue } from '../../source-form/answers/param-answer.ts';
import type { ParsedSourceAnswers } from '../../source-form/answers/source-answers.ts';
import { isSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { FactGrid } from '../../ui/content/Facts.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { paths, toSourceAddress } from '../../session/paths.ts';

interface AnswersReviewProps {
  readonly access: Access;
  readonly source: Source;
  readonly answers: ParsedSourceAnswers;
}

/** Lists every answer with a link to its step. */
export function AnswersReview({ access, source, answers }: AnswersReviewProps) {
  const { credentials: held } = useEnvironment();
  const preset = source.presets.find(({ id }) => id === answers.preset);
  const { credentials, sandbox } = access;
  return (
    <>
      <Section
        heading="Experience Platform"
        lead={null}
        action={
          <TextLink
            to={paths.platform}
            search={{ next: paths.review }}
            aria-label="Change Experience Platform"
          >
            Change
          </TextLink>
        }
      >
        <FactGrid
          facts={[
            { term: platformLabels.apiKey, value: credentials?.apiKey ?? held?.clientId },
            {
              term: platformLabels.organizationId,
              value: credentials?.organizationId ?? held?.organizationId,
            },
            {
              term: platformLabels.accessToken,
              value: credentials === null ? 'Stored on the server' : hidden,
            },
            { term: platformLabels.sandbox, value: sandbox },
          ]}
        />
      </Section>
      <Section
        heading={source.name}
        lead={null}
        action={
          <TextLink to={toSourceAddress(source)} aria-label={`Change ${source.name}`}>
            Change
          </TextLink>
        }
      >
        <FactGrid
          facts={[
            ...(source.presetQuestion === null
              ? []
              : [{ term: source.presetQuestion, value: preset?.label }]),
            ...(source.authMethods.length === 1
              ? []
              : [{ term: 'Authentication', value: source.authMethod.label }]),
            ...source.authMethod.params
              .filter(({ name }) => Object.hasOwn(answers.params, name))
              .map(({ name, label }) => ({
                term: label,
                value: isSecret(source, name) ? hidden : describeValue(answers.params[name]),
              })),
            { term: 'Connection name', value: answers.name },
            ...(answers.description === '' ? [] : [{ term: 'Description', value: answers.description }]),
          ]}
        />
      </Section>
    </>
  );
}

const hidden = '•••••••• (hidden)';
