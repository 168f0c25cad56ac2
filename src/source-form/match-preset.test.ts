import { describe, expect, it } from 'vitest';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import type { Preset, Source } from '../sources/source.ts';
import { vault } from '../testing/vault-source.ts';
import { matchPreset } from './match-preset.ts';

const hdinsight = { host: 'mycluster', port: '443', httpPath: '/hbasephoenix0', enableSsl: true };

describe('the preset of some params', () => {
  it.each([
    ['has just these values', hdinsight, 'custom', 'hdinsight'],
    ['is another one as soon as the values are', { ...hdinsight, port: '9443' }, 'hdinsight', 'custom'],
    ['is also distinguished by a switch', { ...hdinsight, enableSsl: false }, 'hdinsight', 'custom'],
    ['need not be known before', { port: '8765', httpPath: '/', enableSsl: false }, '', 'query-server'],
  ])('%s', (_, params, current, preset) => {
    expect(matchPreset(phoenix, params, current)).toBe(preset);
  });
});

describe('when several presets match', () => {
  const source = withPresets(
    { id: 'everything', params: {} },
    { id: 'port', params: { port: 443 } },
    { id: 'port and path', params: { port: 443, httpPath: '/' } },
  );

  it('the current one stays', () => {
    expect(matchPreset(source, { port: '443', httpPath: '/' }, 'port')).toBe('port');
  });

  it('the one with the most values is chosen instead of one without values', () => {
    expect(matchPreset(source, { port: '443', httpPath: '/' }, 'everything')).toBe('port and path');
  });
});

it('when none matches, the current one stays', () => {
  const source = withPresets({ id: 'port', params: { port: 443 } });
  expect(matchPreset(source, { port: '8765' }, 'port')).toBe('port');
});

it('without presets, the value stays empty', () => {
  expect(matchPreset(vault, { key: 'a key' }, '')).toBe('');
});

type Values = Pick<Preset, 'id' | 'params'>;

function withPresets(first: Values, ...others: readonly Values[]): Source {
  const complete = (values: Values): Preset => ({
    ...values,
    label: '',
    description: '',
    kind: 'custom',
    suffix: null,
  });
  return { ...phoenix, presets: [complete(first), ...others.map(complete)] };
}
