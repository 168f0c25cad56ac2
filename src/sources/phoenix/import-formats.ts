import type { ImportFormats } from '../import-formats.ts';
import { readAddress } from './read-address.ts';
import { isConnectProperty } from './read-thin-url.ts';

export const phoenixFormats: ImportFormats = {
  addressName: 'the address of a query server',
  addressForms: 'as JDBC URL or not',
  addressSettings: ['PHOENIX_URL', 'PHOENIX_JDBC_URL', 'PHOENIX_QUERY_SERVER_URL', 'PQS_URL', 'JDBC_URL'],
  isAddressProperty: isConnectProperty,
  readAddress,
  linkedServiceType: 'Phoenix',
};
