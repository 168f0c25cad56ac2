import { expect, it } from 'vitest';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import type { Source } from '../sources/source.ts';
import { explainError } from './explain-error.ts';
import { explanations } from './explanations.ts';

/** A source that has nothing but a secret, and understands no words of its database. */
const vault: Source = {
  ...phoenix,
  slug: 'vault',
  name: 'Vault',
  params: phoenix.params.flatMap((param) =>
    param.control === 'secret' ? [{ ...param, name: 'key', label: 'Key' }] : [],
  ),
  address: null,
  explainProvider: () => null,
};

const details = ['', '401 Unauthorized', 'The value of the parameter key is invalid.', 'host password port'];

it.each(Object.keys(explanations))('%s names a field that the source has, or none', (code) => {
  for (const detail of details) {
    const body = JSON.stringify({
      type: `https://ns.adobe.com/aep/errors/${code.replace('*', 'CONNECTOR')}`,
      report: { 'detailed-message': detail },
    });
    const error = FlowServiceError.fromAnswer('createConnection', new Response(null, { status: 400 }), body);
    const { field, sentence } = explainError(error, vault);
    expect([null, 'accessToken', 'apiKey', 'organizationId', 'sandbox', 'params.key']).toContain(field);
    expect(sentence).not.toBe('');
  }
});

it('a param of another source is never blamed when no source is known', () => {
  const body = JSON.stringify({
    type: 'https://ns.adobe.com/aep/errors/FLOW-1100-400',
    report: { 'detailed-message': '401' },
  });
  const error = FlowServiceError.fromAnswer('testConnection', new Response(null, { status: 400 }), body);
  expect(explainError(error, null).field).toBeNull();
});
