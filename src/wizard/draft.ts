import * as z from 'zod/mini';
import type { UnfinishedCreate } from '../create/attempt.ts';
import { type IdempotencyKey, readKeyNonce } from '../flow-service/idempotency-key.ts';
import { type PlatformAnswers, cleanAccessToken } from '../platform/platform-answers.ts';
import { type SourceAnswers, createSourceAnswers } from '../source-form/source-answers.ts';
import { withoutSecrets } from '../source-form/secrets.ts';
import type { ParamAnswers, Source } from '../sources/source.ts';

/** What survives a reload in this tab: what was typed, and unfinished creates. It never holds a secret. */
export interface Draft {
  readonly platform: PlatformAnswers;
  readonly source: SourceAnswers;
  readonly unfinished: readonly UnfinishedCreate[];
}

/** To be raised when the shape changes: a draft of another version is dropped. */
const version = 4;
const storageKey = 'phoenix-connection.draft';

/** A JSON Web Token: its first part is JSON in Base64. A host has three parts too. */
const tokenPattern = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;

const unfinishedSchema = z.object({
  attempt: z.object({
    key: z.custom<IdempotencyKey>((key) => typeof key === 'string' && readKeyNonce(key) !== null),
    name: z.string(),
    sandbox: z.string(),
    organizationId: z.nullable(z.string()),
    specId: z.string(),
    target: z.record(z.string(), z.string()),
    clientId: z.nullable(z.string()),
    knownIds: z.readonly(z.array(z.string())),
    startedAt: z.number(),
  }),
  cause: z.enum(['left', 'lost']),
  isDismissed: z.boolean(),
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
  unfinished: z.array(unfinishedSchema),
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
  { platform, source: answers, unfinished }: Draft,
): void {
  const { apiKey, organizationId, sandbox } = platform;
  const stored: z.infer<typeof storedDraft> = {
    version,
    sourceId: source.id,
    platform: {
      apiKey: withoutToken(apiKey),
      organizationId: withoutToken(organizationId),
      sandbox: withoutToken(sandbox),
    },
    source: {
      preset: answers.preset,
      name: withoutToken(answers.name),
      description: withoutToken(answers.description),
      params: withoutSecrets(source, withoutStrays(source, answers.params)),
    },
    unfinished: [...unfinished],
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
    unfinished: parsed.unfinished,
  };
}

function parse(text: string): z.infer<typeof storedDraft> | null {
  try {
    return storedDraft.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Empties what is an access token, whichever field it strayed into. */
function withoutToken(text: string): string {
  return tokenPattern.test(cleanAccessToken(text)) ? '' : text;
}

/**
 * Empties an access token, and a text that its field refuses and that may hold a password in the wrong place: a whole
 * address, say.
 */
function withoutStrays(source: Source, params: ParamAnswers): ParamAnswers {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      const schema = source.params.shape[name];
      const mayStray = /[@;]/.test(value) && schema !== undefined;
      return [name, mayStray && !z.safeParse(schema, value).success ? '' : withoutToken(value)];
    }),
  );
}
