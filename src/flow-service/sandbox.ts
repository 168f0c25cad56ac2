import * as z from 'zod/mini';

/** A sandbox as `GET /sandbox-management/` lists it; `name` is the value of `x-sandbox-name`. */
export const sandbox = z.object({
  name: z.string(),
  title: z.optional(z.string()),
  /** `creating`, `active`, `failed`, `deleted`, `deleting` or `resetting`; only `active` ones can be used. */
  state: z.string(),
  /** `production` or `development`. */
  type: z.optional(z.string()),
  /** Such as `VA7`. */
  region: z.optional(z.string()),
  isDefault: z.optional(z.boolean()),
});
export type Sandbox = z.infer<typeof sandbox>;

export const sandboxPage = z.object({
  sandboxes: z.array(sandbox),
  _links: z.optional(z.object({ next: z.optional(z.object({ href: z.string() })) })),
});
