import { expect, it } from 'vitest';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { vault } from '../testing/vault-source.ts';
import { explainError } from './explain-error.ts';
import { explanations } from './explanations.ts';

const details = ['', '401 Unauthorized', 'The value of the parameter key is invalid.', 'host password port'];

it.each([...explanations.keys()])('%s names a field that the source has, or none', (code) => {
  for (const detail of details) {
    const body = JSON.stringify({
      type: `https://ns.adobe.com/aep/errors/${code.replace('*', 'CONNECTOR')}`,
      report: { 'detailed-message': detail },
    });
    const error = FlowServiceError.fromAnswer('createConnection', new Response(null, { status: 400 }), body);
    const { field, sentence } = explainError(error, vault);
    expect([
      null,
      'accessToken',
      'apiKey',
      'organizationId',
      'sandbox',
      'params.key',
      'params.seal',
    ]).toContain(field);
    expect(sentence).not.toBe('');
  }
});

it('no field is named when no source is known', () => {
  const body = JSON.stringify({
    type: 'https://ns.adobe.com/aep/errors/FLOW-1100-400',
    report: { 'detailed-message': '401' },
  });
  const error = FlowServiceError.fromAnswer('testConnection', new Response(null, { status: 400 }), body);
  expect(explainError(error, null).field).toBeNull();
});
