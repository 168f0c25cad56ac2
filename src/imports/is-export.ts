import { nameVariables } from '../sources/name-variables.ts';
import { secretParams } from '../sources/secrets.ts';
import type { Source } from '../sources/source.ts';
import { isPlaceholder } from '../text/placeholders.ts';
import { type Findings, paramField } from './reading.ts';

/**
 * Whether a connection comes from an export of this product: each of its secrets is a placeholder, and the text has the
 * variable that an export names for it. In an export, nothing but secrets is a placeholder.
 */
export function isExport({ findings }: Findings, text: string, source: Source): boolean {
  const name = findings.find(({ field }) => field === 'name')?.value;
  if (typeof name !== 'string') return false;
  const [variables] = nameVariables([{ name, source }]);
  const secrets = secretParams(source).flatMap((param) => {
    const value = findings.find(({ field }) => field === paramField(param.name))?.value;
    return value === undefined ? [] : [{ value, variable: variables?.get(param.name) ?? '' }];
  });
  return (
    secrets.length > 0 &&
    secrets.every(
      ({ value, variable }) =>
        typeof value === 'string' &&
        isPlaceholder(value) &&
        // The variables of connections of the same name are numbered.
        new RegExp(String.raw`\b${variable}(?:_\d+)?\b`).test(text),
    )
  );
}
