import { describe, expect, it } from 'vitest';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { applyPreset, addSuffix } from './apply-preset.ts';
import { createSourceAnswers } from './answers/source-answers.ts';

const fresh = createSourceAnswers(phoenix).params;

describe('a preset', () => {
  it('replaces only unchanged values and those of another preset', () => {
    expect(applyPreset(phoenix, 'query-server', fresh)).toMatchObject({
      port: '8765',
      httpPath: '/',
      enableSsl: false,
    });
  });

  it('keeps typed values', () => {
    const typed = { ...fresh, port: '9443', host: 'db.example' };
    expect(applyPreset(phoenix, 'query-server', typed)).toMatchObject({
      port: '9443',
      httpPath: '/',
      host: 'db.example',
    });
  });

  it('Custom keeps all values', () => {
    expect(applyPreset(phoenix, 'custom', fresh)).toEqual(fresh);
  });
});

describe('a short cluster name', () => {
  it('is completed on HDInsight', () => {
    expect(addSuffix(phoenix, 'hdinsight', 'mycluster')).toBe('mycluster.azurehdinsight.net');
  });

  it.each([
    ['query-server', 'mycluster'],
    ['hdinsight', 'db.example'],
    ['hdinsight', 'localhost'],
    ['hdinsight', ''],
    ['hdinsight', 'my cluster'],
  ])('is unchanged with %s and %j', (preset, host) => {
    expect(addSuffix(phoenix, preset, host)).toBe(host);
  });
});
