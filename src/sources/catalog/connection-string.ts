import {
  type ConnectionPart,
  type ConnectionStringFormat,
  buildConnectionString,
  describeConnectionString,
  isPlain,
  partsOf,
} from '../connection-string.ts';
import { joinFields, toFieldName } from '../connection-fields.ts';
import { type ConnectionFields, type Param, type PartParam, toWord } from '../source.ts';
import { database, optional, password, port, secret, server, username } from './params.ts';

const name = 'connectionString';

/** A connection string that Adobe documents only as a whole. `content`: what it contains. */
export function connectionString(pattern: string, content = 'the address, the user and the password'): Param {
  const param = secret(name, {
    label: 'Connection string',
    help: `Contains ${content}.`,
    whereToFind: `Adobe documents this pattern: ${pattern}`,
  });
  return param.control === 'secret' ? { ...param, width: 'whole', pattern } : param;
}

/** A connection string that can be built from fields. */
export function connectionStringOf(format: ConnectionStringFormat): Param {
  const param = connectionString(describeConnectionString(format));
  if (param.control !== 'secret') return param;
  const example = buildConnectionString(format, {
    server: 'db.example.com',
    port: '3306',
    database: 'sales',
    user: 'aep_reader',
    password: 'your-password',
  });
  return {
    ...param,
    guide: { ...param.guide, example },
    adviceRoom: 'words',
    connectionString: {
      format,
      entry: entryOf(describeConnectionString(format)),
      parts: partsOf(format).map((part) => toField(part, fields[part])),
      join: (answers) => joinFields(name, format, answers),
    },
  };
}

function entryOf(pattern: string): ConnectionFields['entry'] {
  return {
    name: toFieldName(name, 'entry'),
    label: 'Enter as',
    help: '',
    guide: {
      whereToFind: `The fields are sent as one connection string, in the pattern that Adobe documents: ${pattern}`,
      example: null,
    },
    control: 'choice',
    options: [
      { value: 'fields', label: 'Fields' },
      { value: 'text', label: 'Connection string' },
    ],
    initial: 'fields',
    missing: 'Choose how to enter the connection.',
    width: 'whole',
    isRequired: true,
    importNames: [],
  };
}

const fields: Readonly<Record<ConnectionPart, Param>> = {
  server: server('server', 'db.example.com'),
  port: { ...optional(port('3306', true)), help: 'Leave empty to use the default of the database.' },
  database: database('sales'),
  user: username,
  password,
};

/** The field for a part, which accepts what needs no quotes in the text. */
function toField(part: ConnectionPart, param: Param): PartParam {
  const findProblem = (text: string) =>
    isPlain(text)
      ? null
      : `The ${toWord(param)} has a semicolon, a quote, a brace, or a space at the start or end. Enter the whole text as a connection string.`;
  const field = { ...param, name: toFieldName(name, part) };
  switch (field.control) {
    case 'text':
    case 'secret':
      return { ...field, findProblem };
    case 'integer':
      return field;
    default:
      throw new Error(`${param.label} cannot be a part of a connection string.`);
  }
}
