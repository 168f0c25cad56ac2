import type { Overlay } from '../overlay.ts';
import { advisePhoenix } from './advice.ts';
import { readAddress } from './read-address.ts';
import { isConnectProperty } from './read-thin-url.ts';

export const phoenixOverlay: Overlay = {
  advise: advisePhoenix,
  addressName: 'the address of a query server',
  addressForms: 'also as a JDBC URL',
  addressSettings: ['PHOENIX_URL', 'PHOENIX_JDBC_URL', 'PHOENIX_QUERY_SERVER_URL', 'PQS_URL', 'JDBC_URL'],
  isAddressProperty: isConnectProperty,
  readAddress,
  linkedServiceType: 'Phoenix',
  deprecation: {
    notice:
      'Adobe announced in 2025 that it will remove the Phoenix source. It may no longer be available in your organization.',
    alternative: {
      name: 'Data Landing Zone',
      description: 'export your tables to files and upload them to this cloud storage from Adobe',
      url: 'https://experienceleague.adobe.com/en/docs/experience-platform/sources/api-tutorials/create/cloud-storage/data-landing-zone',
    },
  },
};
