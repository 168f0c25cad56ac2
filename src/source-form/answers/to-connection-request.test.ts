import { expect, it } from 'vitest';
import { exampleParams } from '../../sources/example-params.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { cabinet } from '../../testing/cabinet-source.ts';
import { createSourceAnswers, sourceAnswersSchema } from './source-answers.ts';
import { redactRequest } from './secrets.ts';
import { toConnectionRequest } from './to-connection-request.ts';

function requestFor(change: { name: string; description: string; password: string }) {
  const { name, description, password } = change;
  const answers = createSourceAnswers(phoenix);
  const examples = exampleParams(phoenix);
  const typed = Object.entries(answers.params).filter(([, held]) => held === '');
  const params = {
    ...answers.params,
    ...Object.fromEntries(typed.map(([param]) => [param, String(examples[param])])),
    password,
  };
  const parsed = sourceAnswersSchema(phoenix).parse({ ...answers, name, description, params });
  return toConnectionRequest(phoenix, parsed);
}

it('is the body in the documentation of Adobe', () => {
  expect(
    requestFor({
      name: 'Phoenix test connection',
      description: 'Phoenix test connection',
      password: ' spaces stay ',
    }),
  ).toStrictEqual({
    name: 'Phoenix test connection',
    description: 'Phoenix test connection',
    auth: {
      specName: 'Basic Authentication',
      params: {
        host: 'mycluster.azurehdinsight.net',
        username: 'admin',
        password: ' spaces stay ',
        port: 443,
        httpPath: '/hbasephoenix0',
        enableSsl: true,
      },
    },
    connectionSpec: { id: '102706fb-a5cd-42ee-afe0-bc42f017ff43', version: '1.0' },
  });
});

it('omits a blank description', () => {
  expect(requestFor({ name: 'A', description: '  ', password: 'x' })).not.toHaveProperty('description');
});

it('is shown without its secrets', () => {
  const request = requestFor({ name: 'A', description: '', password: 'tell nobody' });
  expect(JSON.stringify(redactRequest(phoenix, request))).not.toContain('tell nobody');
  expect(redactRequest(phoenix, request).auth.params).toMatchObject({ username: 'admin', port: 443 });
});

it('has the chosen method with its exact name, and is shown without the secrets of that method', () => {
  const answers = createSourceAnswers(cabinet);
  const request = toConnectionRequest(cabinet, {
    ...answers,
    name: 'A',
    authMethod: 'Token Authentication ',
    params: { server: 'cabinet.example', token: 'tell nobody' },
  });
  expect(request.auth.specName).toBe('Token Authentication ');
  expect(redactRequest(cabinet, request).auth.params).toEqual({
    server: 'cabinet.example',
    token: '••••••••',
  });
  const whole = { ...request, auth: { specName: '', params: { keys: { a: 'tell nobody' } } } };
  expect(JSON.stringify(redactRequest(cabinet, whole))).not.toContain('nobody');
});
