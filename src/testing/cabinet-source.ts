import { jsonControl } from '../sources/json-param.ts';
import { type AuthMethod, type Param, chooseAuthMethod } from '../sources/source.ts';

const param = { help: 'From the cabinet.', width: 'half', isRequired: true, importNames: [] } as const;
const guide = (example: string | null) => ({ guide: { whereToFind: 'In the cabinet.', example } });

/** One param for each control, with one optional param among them. */
const everyControl: readonly Param[] = [
  {
    ...param,
    ...guide('cabinet.example'),
    name: 'server',
    label: 'Server',
    control: 'text',
    missing: 'Enter the server.',
  },
  {
    ...param,
    ...guide('9042'),
    name: 'port',
    label: 'Port',
    control: 'integer',
    least: 1,
    most: 65_535,
    isSentAsText: true,
  },
  {
    ...param,
    ...guide('first\nsecond'),
    name: 'notes',
    label: 'Notes',
    control: 'multiline',
    missing: 'Enter the notes.',
  },
  {
    ...param,
    ...guide(null),
    name: 'pem',
    label: 'Private key',
    control: 'secret',
    isMultiline: true,
    missing: 'Enter the private key.',
  },
  {
    ...param,
    ...guide(null),
    name: 'mode',
    label: 'Mode',
    control: 'choice',
    missing: 'Choose a mode.',
    options: [
      { value: 1, label: 'One' },
      { value: 'two', label: 'Two' },
    ],
  },
  {
    ...param,
    ...guide('{"a": [1]}'),
    name: 'options',
    label: 'Options',
    ...jsonControl('object', 'Options'),
    isSecret: false,
  },
  {
    ...param,
    ...guide('{"password": "hidden"}'),
    name: 'keys',
    label: 'Keys',
    ...jsonControl('any', 'Keys'),
    isSecret: true,
  },
  { ...param, ...guide(null), name: 'role', label: 'Role', control: 'text', isRequired: false, missing: '' },
  { ...param, ...guide(null), name: 'encrypt', label: 'Encrypt', control: 'switch', isRequired: false },
];

const token: AuthMethod = {
  specName: 'Token Authentication ',
  label: 'Token',
  description: 'For programs.',
  params: [
    {
      ...param,
      ...guide('cabinet.example'),
      name: 'server',
      label: 'Server',
      control: 'text',
      missing: 'Enter the server.',
    },
    {
      ...param,
      ...guide(null),
      name: 'token',
      label: 'Token',
      control: 'secret',
      missing: 'Enter the token.',
    },
  ],
};

/** A fictitious source with two auth methods and every control. The name of the second method ends with a blank. */
export const cabinet = chooseAuthMethod({
  slug: 'cabinet',
  name: 'Some Cabinet',
  shortName: 'Cabinet',
  connectionSpec: { id: '00000000-0000-4000-8000-000000000001', version: '1.0' },
  authMethods: [{ specName: 'Drawer Authentication', label: 'Drawers', params: everyControl }, token],
  category: 'Furniture',
  remarks: [],
  address: 'server',
  endpoint: null,
  presetQuestion: null,
  presets: [],
  proposeName: () => '',
});
