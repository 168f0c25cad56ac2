import { type Param, chooseAuthMethod } from '../sources/source.ts';

const secret = (name: string, label: string): Param => ({
  name,
  label,
  help: 'From the console of the vault.',
  guide: { whereToFind: 'In the console of the vault.', example: null },
  control: 'secret',
  width: 'half',
  isRequired: true,
  importNames: [`VAULT_${label}`],
  missing: `Enter the ${label}.`,
});

/** A fictitious source that has only secrets and no presets, and that recognizes no database messages. */
export const vault = chooseAuthMethod({
  slug: 'vault',
  name: 'Some Vault',
  shortName: 'Vault',
  connectionSpec: { id: '00000000-0000-4000-8000-000000000000', version: '1.0' },
  authMethods: [
    {
      specName: 'Key Authentication',
      label: 'Keys',
      params: [secret('key', 'Key'), secret('seal', 'Seal')],
    },
  ],
  category: 'Furniture',
  remarks: [],
  address: null,
  endpoint: null,
  presetQuestion: null,
  presets: [],
  proposeName: () => '',
});
