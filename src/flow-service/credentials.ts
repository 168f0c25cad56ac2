/** The caller information that Adobe's gateway requires with every request. The access token is a secret. */
export interface Credentials {
  /** The credential's client ID, sent as `x-api-key`. */
  readonly apiKey: string;
  /** `<24 hex>@AdobeOrg`, sent as `x-gw-ims-org-id`. */
  readonly organizationId: string;
  /** From Adobe IMS, sent as `Authorization: Bearer <token>`. */
  readonly accessToken: string;
}

/** `<24 hex>@AdobeOrg`: the form of every organization ID in Adobe's samples. */
export const organizationIdPattern = /^[0-9A-Fa-f]{24}@AdobeOrg$/;

/** The scopes of Experience Platform in the environment template of Adobe's Postman collections (PM). */
export const platformScopes =
  'openid,session,AdobeID,read_organizations,additional_info.projectedProductContext';
