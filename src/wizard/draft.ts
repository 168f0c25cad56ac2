import * as z from 'zod/mini';
import type { PlatformAnswers } from '../platform/platform-answers.ts';
import { type SourceAnswers, createSourceAnswers } from '../source-form/source-answers.ts';
import { withoutSecrets } from '../source-form/secrets.ts';
import type { ParamAnswers, Source } from '../sources/source.ts';
import type { Attempt } from './create-once.ts';

/** What survives a reload in this tab: what was typed, and an unfinished create. It never holds a secret. */
export interface Draft {
  readonly platform: PlatformAnswers;
  readonly source: SourceAnswers;
  readonly attempt: Attempt | null;
}

/** To be raised when the shape changes: a draft of another version is dropped. */
const version = 2;
const storageKey = 'phoenix-connection.draft';

const attemptSchema = z.object({
  name: z.string(),
  sandbox: z.string(),
  organizationId: z.nullable(z.string()),
  specId: z.string(),
  knownIds: z.readonly(z.array(z.string())),
  startedAt: z.number(),
});

const storedDraft = z.object({
  version: z.literal(version),
  sourceId: z.string(),
  platform: z.object({ apiKey: z.string(), organizationId: z.string(), sandbox: z.string() }),
  source: z.object({
    preset: z.string(),
    name: z.string(),
    description: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.boolean()])),
  }),
  attempt: z.nullable(attemptSchema),
});

/** What outlives a reload of this tab; null where the browser's user forbids it. */
export function readTabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** Keeps a draft in this tab, its secrets left out. A browser that refuses to store keeps none. */
export function saveDraft(
  storage: Storage | null,
  source: Source,
  { platform, source: answers, attempt }: Draft,
): void {
  const { apiKey, organizationId, sandbox } = platform;
  const stored: z.infer<typeof storedDraft> = {
    version,
    sourceId: source.id,
    platform: { apiKey, organizationId, sandbox },
    source: { ...answers, params: withoutSecrets(source, withoutStrays(source, answers.params)) },
    attempt,
  };
  try {
    storage?.setItem(storageKey, JSON.stringify(stored));
  } catch {
    // Full, or forbidden: the answers are in memory all the same.
  }
}

export function forgetDraft(storage: Storage | null): void {
  storage?.removeItem(storageKey);
}

/** The draft of this tab; `dropped` when there is one that cannot be used, which is then forgotten. */
export function loadDraft(storage: Storage | null, source: Source): Draft | 'none' | 'dropped' {
  const text = storage?.getItem(storageKey) ?? null;
  if (text === null) return 'none';
  const parsed = parse(text);
  if (parsed === null || parsed.sourceId !== source.id) {
    forgetDraft(storage);
    return 'dropped';
  }
  const fresh = createSourceAnswers(source);
  const known = Object.entries(parsed.source.params).filter(
    ([name, value]) => typeof value === typeof fresh.params[name],
  );
  return {
    platform: { ...parsed.platform, accessToken: '' },
    source: { ...parsed.source, params: { ...fresh.params, ...Object.fromEntries(known) } },
    attempt: parsed.attempt,
  };
}

function parse(text: string): z.infer<typeof storedDraft> | null {
  try {
    return storedDraft.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Empties a text that its field refuses and that may hold a password in the wrong place: a whole address, say. */
function withoutStrays(source: Source, params: ParamAnswers): ParamAnswers {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const schema = source.params.shape[name];
      const mayStray = typeof value === 'string' && /[@;]/.test(value) && schema !== undefined;
      return [name, mayStray && !z.safeParse(schema, value).success ? '' : value];
    }),
  );
}
