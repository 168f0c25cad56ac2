import { expect, it } from 'vitest';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { isNotFound } from './is-not-found.ts';

const answer = (status: number, body: object) => {
  const text = JSON.stringify(body);
  return FlowServiceError.fromAnswer('getConnection', new Response(text, { status }), text);
};

it.each([
  ['the real response', answer(404, { type: 'https://ns.adobe.com/aep/errors/FLOW-1439-404' }), true],
  ['the documented response', answer(400, { type: 'https://ns.adobe.com/aep/errors/FLOW-1439-400' }), true],
  ['a 404 of a gateway', answer(404, { message: 'no route' }), false],
  ['an error of the network', FlowServiceError.fromNetwork('getConnection', null, null), false],
])('whether %s says that a connection does not exist', (_, error, isMissing) => {
  expect(isNotFound(error)).toBe(isMissing);
});
