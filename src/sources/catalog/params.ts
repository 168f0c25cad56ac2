import { type Param, toWord } from '../source.ts';

/** The words for one param. */
interface Words {
  readonly label: string;
  readonly help: string;
  readonly whereToFind: string;
  readonly example: string | null;
}

const base = { width: 'half', isRequired: true, importNames: [] } as const;

export function text(name: string, words: Words): Param {
  return { ...base, ...toParts(name, words), control: 'text', missing: toMissing(words.label) };
}

export function secret(name: string, words: Omit<Words, 'example'>): Param {
  return {
    ...base,
    ...toParts(name, { ...words, example: null }),
    control: 'secret',
    missing: toMissing(words.label),
  };
}

/** The same param, which the service does not require. */
export function optional(param: Param): Param {
  return { ...param, isRequired: false };
}

/** A port. Some sources expect it in quotes, as Adobe's sample shows. */
export function port(example: string, isSentAsText: boolean): Param {
  return {
    ...base,
    ...toParts('port', {
      label: 'Port',
      help: `Usually ${example}.`,
      whereToFind: 'The TCP port on which the database accepts connections.',
      example,
    }),
    control: 'integer',
    least: 1,
    most: 65_535,
    ...(isSentAsText && { isSentAsText }),
  };
}

/** The name or address of the server, under one of the names that Adobe uses for it. */
export function server(name: 'server' | 'host', example: string): Param {
  return text(name, {
    label: name === 'server' ? 'Server' : 'Host',
    help: `For example ${example}`,
    whereToFind: 'The name or IP address that Adobe’s cloud uses to reach the database.',
    example,
  });
}

export function database(example: string): Param {
  return text('database', {
    label: 'Database',
    help: 'The database that contains your tables.',
    whereToFind: 'List the databases of the server, or ask its administrator.',
    example,
  });
}

export const username = text('username', {
  label: 'Username',
  help: 'A user that can read the tables.',
  whereToFind: 'Ask the administrator of the database for a user with read access.',
  example: 'aep_reader',
});

/** The help of a password. Pages that send one several times replace it. */
export const sentOnce = 'Sent once and never shown again.';

export const password = secret('password', {
  label: 'Password',
  help: sentOnce,
  whereToFind: 'The password of the user. It is sent exactly as you enter it.',
});

export function schema(whereToFind: string, example: string): Param {
  return text('schema', { label: 'Schema', help: `For example ${example}`, whereToFind, example });
}

/** The three params of an application that Microsoft Entra ID signs in. */
export const servicePrincipal: readonly Param[] = [
  text('tenant', {
    label: 'Tenant ID',
    help: 'The ID of your Microsoft Entra directory.',
    whereToFind: 'In the Azure portal, open Microsoft Entra ID and copy the tenant ID.',
    example: '6a1c0f0e-2f5b-4a44-9d0c-3b8a5e7f1c20',
  }),
  text('servicePrincipalId', {
    label: 'Service principal ID',
    help: 'The application (client) ID.',
    whereToFind:
      'In the Azure portal, open App registrations, choose the application, and copy its client ID.',
    example: '0b7d3c5e-94a1-4f0e-8f57-52d1c9a6e3b4',
  }),
  secret('servicePrincipalKey', {
    label: 'Service principal key',
    help: 'The value of a client secret.',
    whereToFind:
      'In App registrations, open Certificates & secrets. The value is shown only when you create it.',
  }),
];

function toParts(name: string, { label, help, whereToFind, example }: Words) {
  return { name, label, help, guide: { whereToFind, example } };
}

function toMissing(label: string): string {
  return `Enter the ${toWord({ label })}.`;
}
