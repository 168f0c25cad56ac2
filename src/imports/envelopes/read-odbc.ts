import type { Source } from '../../sources/source.ts';
import { containsSetting } from '../../text/split-settings.ts';
import { readSettings } from '../read-settings.ts';
import { type Reading, isNothing } from '../reading.ts';
import type { Setting } from '../setting-names.ts';

const start = /^[ \t]*(?:Driver|DSN|FileDSN)[ \t]*=/i;
/** In ODBC, braces quote a value, and a closing brace in it is doubled. */
const attribute = /([^=;{}]+)=[ \t]*(?:\{((?:[^}]|\}\})*)\}[ \t]*(?=;|$)|([^;]*))(?:;|$)|([^;]*)(?:;|$)/gy;

/** Reads a connection string of ODBC: `Driver={...};Host=...;UID=...;PWD=...`. */
export function readOdbc(text: string, source: Source): Reading | null {
  const line = text.trim();
  if (!start.test(line) || !line.includes(';') || line.includes('\n')) return null;
  const settings: Setting[] = [];
  let isCut = false;
  for (const [match, name = '', braced, bare = '', piece = ''] of line.matchAll(attribute)) {
    if (match === '') break;
    const last = settings.at(-1);
    // A piece without a name may be the rest of a password with a semicolon in it.
    if (name === '' && piece.trim() !== '') {
      isCut = true;
      if (last !== undefined) settings[settings.length - 1] = { ...last, uncertain: true };
    } else if (name !== '') {
      const uncertain = braced === undefined && (/^[\s"']|\s$/.test(bare) || containsSetting(bare));
      settings.push({
        key: name.trim(),
        value: braced?.replaceAll('}}', '}') ?? bare,
        inList: true,
        isQuoted: true,
        uncertain,
      });
    }
  }
  const read = readSettings(settings, source);
  if (isNothing(read)) return null;
  const notes = isCut
    ? [...read.notes, 'A part of the connection string was skipped because it has no name.']
    : read.notes;
  return { kind: 'connection-string', ...read, notes };
}
