import { expect, it } from 'vitest';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import { cassandra } from '../../sources/catalog/cassandra.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { type Source, chooseAuthMethod } from '../../sources/source.ts';
import { explainStop } from './explain-stop.ts';

function advise(source: Source, detail: string) {
  const body = {
    type: 'https://ns.adobe.com/aep/errors/FLOW-1100-400',
    report: { 'detailed-message': detail },
  };
  const response = new Response(null, { status: 400 });
  const error = FlowServiceError.fromAnswer('testConnection', response, JSON.stringify(body));
  return explainStop(error, source, 'new').advice;
}

it('does not ask to check a username that cannot be changed on the page', () => {
  const advice =
    'Check that the database accepts the new password for this user. Then re-enter it and try again.';
  expect(advise(phoenix, 'REST call failed with 401 Unauthorized')).toBe(advice);
  expect(advise(chooseAuthMethod(cassandra), 'bad credentials')).toBe(advice);
});

it('keeps the advice about everything else', () => {
  expect(advise(phoenix, 'certificate has expired')).toContain('renew the certificate');
});
