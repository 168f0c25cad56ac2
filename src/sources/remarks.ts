/** What a user should know about a source before choosing it. */
export type Remark = 'beta' | 'ultimate' | 'retired' | 'unlisted' | 'utc' | 'consent' | 'keyPair';

/** Each remark as a short label and one sentence. */
export const remarks: Readonly<Record<Remark, { readonly label: string; readonly sentence: string }>> = {
  beta: {
    label: 'Beta',
    sentence: 'Adobe documents this source as a beta. Its values may change.',
  },
  ultimate: {
    label: 'Ultimate',
    sentence: 'Adobe offers this source only with Real-Time CDP Ultimate.',
  },
  retired: {
    label: 'Deprecated',
    sentence:
      'Adobe announced that it will remove this source. It may not be available in your organization.',
  },
  unlisted: {
    label: 'Not listed',
    sentence:
      'Adobe’s list of sources no longer includes this source. It may not be available in your organization.',
  },
  utc: {
    label: 'UTC',
    sentence: 'Set the time zone of the database to UTC before you collect tables.',
  },
  keyPair: {
    label: 'Key pair',
    sentence:
      'According to Adobe, sign-in with a password ended in November 2025, and a key pair replaces it. Choose the key pair if Adobe’s definition offers it.',
  },
  consent: {
    label: 'Consent',
    sentence:
      'This source needs tokens from a consent page that the wizard cannot open. Enter them yourself.',
  },
};
