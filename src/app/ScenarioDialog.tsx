import { Button, ButtonGroup, Content, Dialog, DialogContainer, Heading } from '@react-spectrum/s2/Dialog';
import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ScenarioList } from '../flow-service/schemas/environment.ts';
import { scenariosQuery, switchScenario } from '../api/scenarios-query.ts';
import { Status } from '../ui/layout/Status.tsx';

const nothing = '';

/** The failures that the local Flow Service can simulate, for every request or for certain input values. */
export function ScenarioDialog({ onClose }: { readonly onClose: () => void }) {
  const queryClient = useQueryClient();
  const { data, isError, refetch } = useQuery(scenariosQuery);
  const change = useMutation({
    ...switchScenario,
    onSuccess: (list) => queryClient.setQueryData(scenariosQuery.queryKey, list),
  });
  return (
    <DialogContainer onDismiss={onClose}>
      <Dialog size="L">
        {({ close }) => (
          <>
            <Heading slot="title">Simulate a failure</Heading>
            <Content>
              <p className={style({ marginTop: 0 })}>
                Choose a failure for every request. To simulate a failure for one connection only, enter the
                value in parentheses in the wizard.
              </p>
              {data !== undefined && (
                <RadioGroup
                  label="For every request"
                  value={data.current ?? nothing}
                  onChange={(name) => change.mutate(name === nothing ? null : name)}
                >
                  <Radio value={nothing}>None</Radio>
                  {data.scenarios.map((scenario) => (
                    <Radio key={scenario.name} value={scenario.name}>
                      <span className={style({ overflowWrap: 'anywhere' })}>{describe(scenario)}</span>
                    </Radio>
                  ))}
                </RadioGroup>
              )}
              <Status>{isError || change.isError ? 'The local Flow Service is not responding.' : ''}</Status>
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

function describe({ name, description, reachedBy }: ScenarioList['scenarios'][number]): string {
  const way = reachedBy === null ? '' : ` (${reachedBy.field}: ${shorten(reachedBy.value)})`;
  return `${name}: ${description}${way}`;
}

function shorten(value: string): string {
  return value.length > 48 ? `${value.slice(0, 45)}…` : value;
}
