import * as z from 'zod/mini';
import { absentable, identifier, listOf, optional, text } from './lenient.ts';

/** A sandbox as `GET /sandbox-management/` lists it; `name` is the value of `x-sandbox-name`. */
export const sandbox = z.object({
  name: identifier,
  title: optional(text),
  /** `creating`, `active`, `failed`, `deleted`, `deleting` or `resetting`. Only `active` sandboxes can be used. */
  state: optional(text),
  /** `production` or `development`. */
  type: optional(text),
  /** For example `VA7`. */
  region: optional(text),
  isDefault: optional(z.boolean()),
});
export type Sandbox = z.infer<typeof sandbox>;

export const sandboxPage = z.object({
  sandboxes: listOf(sandbox),
  _links: optional(z.object({ next: absentable(z.object({ href: z.string() })) })),
});
