import { StatusLight } from '@react-spectrum/s2/StatusLight';
import type { Environment } from '../flow-service/schemas/environment.ts';

const words = {
  local: { variant: 'informative', text: () => 'Local Flow Service' },
  adobe: { variant: 'positive', text: (host: string) => `Adobe: ${host}` },
  other: { variant: 'notice', text: (host: string) => `Not Adobe: ${host}` },
} as const;

/** Always shows which service the page uses, so that a demo is not mistaken for Adobe. */
export function ServiceBadge({ environment }: { readonly environment: Environment }) {
  const { variant, text } = words[environment.target];
  return (
    <StatusLight variant={variant} role="status">
      {text(environment.gatewayHost)}
    </StatusLight>
  );
}
