import { Button, ButtonGroup, Content, Dialog, DialogContainer, Heading } from '@react-spectrum/s2/Dialog';
import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScenarioList } from '../flow-service/schemas/environment.ts';
import { scenariosQuery } from '../api/scenarios-query.ts';
import { Status } from '../ui/layout/Status.tsx';
import { SearchInput } from '../ui/SearchInput.tsx';
import { groupScenarios, searchScenarios } from './group-scenarios.ts';
import { useSwitchScenario } from './use-switch-scenario.ts';

const nothing = '';

/** The failures that the local Flow Service can simulate, for every request or for certain input values. */
export function ScenarioDialog({ onClose }: { readonly onClose: () => void }) {
  const { data, isError, refetch } = useQuery(scenariosQuery);
  const [text, setText] = useState('');
  const change = useSwitchScenario();
  const found = searchScenarios(data?.scenarios ?? [], text);
  return (
    <DialogContainer onDismiss={onClose}>
      <Dialog size="L">
        {({ close }) => (
          <>
            <Heading slot="title">Simulate a failure</Heading>
            <Content>
              <div
                className={style({ display: 'flex', flexDirection: 'column', rowGap: 16, minHeight: 384 })}
              >
                <p className={style({ margin: 0 })}>
                  Choose a failure for every request. To simulate a failure for one connection only, enter the
                  value in parentheses in the wizard.
                </p>
                <SearchInput label="Search failures" help="" text={text} onText={setText} />
                <Status>{text.trim() !== '' && found.length === 0 ? 'No matches.' : ''}</Status>
                {data !== undefined && (
                  <RadioGroup
                    label="For every request"
                    isEmphasized
                    value={data.current ?? nothing}
                    onChange={(name) => change.mutate(name === nothing ? null : name)}
                  >
                    <Radio value={nothing}>None</Radio>
                    {groupScenarios(found).map(({ stage, scenarios }) => (
                      <div key={stage} role="group" aria-label={stage} className={group}>
                        <p aria-hidden="true" className={style({ font: 'title-sm', margin: 0 })}>
                          {stage}
                        </p>
                        {scenarios.map((scenario) => (
                          <ScenarioChoice key={scenario.name} scenario={scenario} />
                        ))}
                      </div>
                    ))}
                  </RadioGroup>
                )}
                <Status>
                  {isError || change.isError ? 'The local Flow Service is not responding.' : ''}
                </Status>
              </div>
            </Content>
            <ButtonGroup>
              {isError && (
                <Button variant="secondary" onPress={() => void refetch()}>
                  Try again
                </Button>
              )}
              <Button variant="accent" onPress={close}>
                Done
              </Button>
            </ButtonGroup>
          </>
        )}
      </Dialog>
    </DialogContainer>
  );
}

const group = style({ display: 'flex', flexDirection: 'column', rowGap: 12, marginTop: 8 });

function ScenarioChoice({ scenario }: { readonly scenario: ScenarioList['scenarios'][number] }) {
  const { name, title, description, reachedBy } = scenario;
  const way = reachedBy === null ? '' : ` (${reachedBy.field}: ${shorten(reachedBy.value)})`;
  return (
    <Radio value={name}>
      <span className={style({ display: 'block', overflowWrap: 'anywhere' })}>
        <span className={style({ fontWeight: 'bold' })}>{title}</span>
        {/* The space keeps title and description apart when they are read as one name. */}{' '}
        <span className={style({ display: 'block', font: 'ui-sm', color: 'neutral-subdued' })}>
          {`${description}${way}`}
        </span>
      </span>
    </Radio>
  );
}

function shorten(value: string): string {
  return value.length > 48 ? `${value.slice(0, 45)}…` : value;
}
