/** The sandboxes of every organization. */
export const sandboxes: readonly [StoredSandbox, ...StoredSandbox[]] = [
  {
    id: 'b3a1c9d2-5f10-4c2e-a1c9-d25f10fc2e01',
    name: 'prod',
    title: 'Prod',
    state: 'active',
    type: 'production',
    isDefault: true,
  },
  {
    id: '7c0f4a6e-92d8-4b1b-8f4a-6e92d8bb1b02',
    name: 'dev',
    title: 'Development',
    state: 'active',
    type: 'development',
    isDefault: false,
  },
  {
    id: 'e84d2b17-06af-4d3c-9d2b-1706afcd3c03',
    name: 'staging',
    title: 'Staging',
    state: 'resetting',
    type: 'development',
    isDefault: false,
  },
];

/** A sandbox as the service stores it. The list omits `id` (OAS-SB). */
export interface StoredSandbox {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly state: 'active' | 'creating' | 'failed' | 'deleted' | 'deleting' | 'resetting';
  readonly type: 'production' | 'development';
  readonly isDefault: boolean;
}

/** The fields of a listed sandbox, as in SBX's sample. */
export function toSandboxItem({ name, title, state, type, isDefault }: StoredSandbox) {
  return {
    name,
    title,
    state,
    type,
    region: 'VA7',
    isDefault,
    eTag: 2,
    createdDate: '2024-02-06 09:12:44',
    lastModifiedDate: '2024-02-06 09:12:44',
    createdBy: 'system@local.invalid',
    modifiedBy: 'system@local.invalid',
  };
}

/**
 * The sandboxes of a large organization, to try the sandbox picker. `team-001` is production, the others are for
 * development.
 */
export const manySandboxes: readonly StoredSandbox[] = Array.from({ length: 400 }, (_, index) => {
  const number = String(index + 1).padStart(3, '0');
  return {
    id: `0b5e55ed-0000-4000-8000-000000000${number}`,
    name: `team-${number}`,
    title: `Team ${number} ${['North', 'East', 'South', 'West'][index % 4] ?? ''}`,
    state: index % 25 === 24 ? 'resetting' : 'active',
    type: index === 0 ? 'production' : 'development',
    isDefault: false,
  };
});

const byName: ReadonlyMap<string, StoredSandbox> = new Map(
  [...sandboxes, ...manySandboxes].map((sandbox) => [sandbox.name, sandbox]),
);

/** The sandbox with this name, listed or not; undefined when it does not exist. */
export function findSandbox(name: string): StoredSandbox | undefined {
  return byName.get(name);
}
