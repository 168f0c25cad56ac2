import type { Overlay } from '../overlay.ts';
import { advisePhoenix } from './advice.ts';
import { readAddress } from './read-address.ts';
import { isConnectProperty } from './read-thin-url.ts';

export const phoenixOverlay: Overlay = {
  advise: advisePhoenix,
  addressName: 'the address of a query server',
  addressForms: 'as JDBC URL or not',
  addressSettings: ['PHOENIX_URL', 'PHOENIX_JDBC_URL', 'PHOENIX_QUERY_SERVER_URL', 'PQS_URL', 'JDBC_URL'],
  isAddressProperty: isConnectProperty,
  readAddress,
  linkedServiceType: 'Phoenix',
  deprecation: {
    notice:
      'Adobe announced in 2025 that it would end the Phoenix source. It may be gone from your organization, now or at any time.',
    alternative: {
      name: 'Data Landing Zone',
      description: 'cloud storage that Adobe provides: export the tables to files and drop them there',
      url: 'https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/data-landing-zone',
    },
  },
};
