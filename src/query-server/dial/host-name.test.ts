import { expect, it } from 'vitest';
import { isSampleHost } from '../../emulator/cluster/databases.ts';
import { toHostName } from './host-name.ts';

it.each([
  ['DB.Example', 'db.example'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['my_host.example.', 'my_host.example.'],
  ['[::1]', '::1'],
  ['::1', '::1'],
  ['10.0.0.7', '10.0.0.7'],
])('%s is %s', (text, name) => {
  expect(toHostName(text)).toBe(name);
});

it.each([
  '[mycluster.azurehdinsight.net]',
  '[10.0.0.7]',
  'foo.te\u00ADst',
  'ex\u00AAmple.com',
  'x\u3002example',
  '\uFF11\uFF12\uFF17.0.0.1',
  'db.example/path',
  'db.example\r\nX: y',
  'a b',
  'xn--',
  '',
])('%j is no host', (text) => {
  expect(toHostName(text)).toBe('');
});

it.each(['MyCluster.AzureHDInsight.NET', 'x.example.', 'bücher.test'])('%s is a sample', (host) => {
  expect(isSampleHost(host, { reach: 'closed' })).toBe(true);
});
