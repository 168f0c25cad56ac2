/** Every setting of the server left blank, which wins over what a developer's own .env.local says. */
export const noSettings = {
  HOST: '',
  PORT: '',
  AEP_GATEWAY_URL: '',
  AEP_IMS_URL: '',
  AEP_CLIENT_ID: '',
  AEP_CLIENT_SECRET: '',
  AEP_ORG_ID: '',
  AEP_SCOPES: '',
  AEP_ACCESS_TOKEN: '',
  AEP_SANDBOX: '',
  AEP_ALLOW_SHARED: '',
  PUBLIC_ORIGIN: '',
  HTTPS_PROXY: '',
  NO_PROXY: '',
  https_proxy: '',
  no_proxy: '',
} as const;
