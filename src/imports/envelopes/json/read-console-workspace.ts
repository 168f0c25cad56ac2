import * as z from 'zod/mini';
import type { Finding, Reading } from '../../reading.ts';

const serverToServer = z.object({
  oauth_server_to_server: z.object({
    client_id: z.string(),
    client_secrets: z.optional(z.array(z.unknown())),
  }),
});

/** A workspace as downloaded from the Developer Console. It may also contain credentials of other types. */
const workspace = z.object({
  project: z.object({
    org: z.optional(z.object({ ims_org_id: z.optional(z.string()) })),
    workspace: z.object({
      details: z.object({ credentials: z.optional(z.array(z.unknown())) }),
    }),
  }),
});

/**
 * Reads a workspace downloaded from the Developer Console: the organization, and the client ID of its only server
 * credential.
 */
export function readConsoleWorkspace(value: unknown): Reading | null {
  const result = workspace.safeParse(value);
  if (!result.success) return null;
  const { org, workspace: space } = result.data.project;
  const credentials = (space.details.credentials ?? []).flatMap((candidate) => {
    const credential = serverToServer.safeParse(candidate);
    return credential.success ? [credential.data.oauth_server_to_server] : [];
  });
  return {
    kind: 'console-workspace',
    findings: [
      { field: 'organizationId', key: 'ims_org_id', value: org?.ims_org_id },
      ...credentials.flatMap((credential): Finding[] => [
        { field: 'apiKey', key: 'client_id', value: credential.client_id },
        { field: 'clientSecret', key: 'client_secrets', value: credential.client_secrets?.[0] },
      ]),
    ],
    unknownKeys: [],
    notes:
      credentials.length === 0
        ? ['The workspace has no OAuth Server-to-Server credential, so it has no API key.']
        : [],
  };
}
