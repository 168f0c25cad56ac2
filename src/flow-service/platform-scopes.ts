/** The scopes of Experience Platform in the environment template of Adobe's Postman collections (PM). */
export const platformScopes =
  'openid,session,AdobeID,read_organizations,additional_info.projectedProductContext';
