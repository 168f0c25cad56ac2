import { describe, expect, it } from 'vitest';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { applyPreset, addSuffix } from './apply-preset.ts';
import { createSourceAnswers } from './answers/source-answers.ts';

const fresh = createSourceAnswers(phoenix).params;

describe('a preset', () => {
  it('replaces what is untouched or another preset’s', () => {
    expect(applyPreset(phoenix, 'query-server', fresh)).toMatchObject({
      port: '8765',
      httpPath: '/',
      enableSsl: false,
    });
  });

  it('keeps what was typed', () => {
    const typed = { ...fresh, port: '9443', host: 'db.example' };
    expect(applyPreset(phoenix, 'query-server', typed)).toMatchObject({
      port: '9443',
      httpPath: '/',
      host: 'db.example',
    });
  });

  it('Custom keeps everything', () => {
    expect(applyPreset(phoenix, 'custom', fresh)).toEqual(fresh);
  });
});

describe('a bare cluster name', () => {
  it('is completed on HDInsight', () => {
    expect(addSuffix(phoenix, 'hdinsight', 'mycluster')).toBe('mycluster.azurehdinsight.net');
  });

  it.each([
    ['query-server', 'mycluster'],
    ['hdinsight', 'db.example'],
    ['hdinsight', 'localhost'],
    ['hdinsight', ''],
    ['hdinsight', 'my cluster'],
  ])('stays as it is with %s and %j', (preset, host) => {
    expect(addSuffix(phoenix, preset, host)).toBe(host);
  });
});
