import * as z from 'zod/mini';
import type { UnfinishedCreate } from '../create/attempt.ts';
import { storedAttempt } from '../create/stored-attempt.ts';
import type { PlatformAnswers } from '../session/platform-answers.ts';
import type { SourceAnswers } from '../source-form/answers/source-answers.ts';
import {
  fromStoredAnswers,
  storedAnswers,
  toStoredAnswers,
  withoutSecret,
} from '../source-form/answers/stored-answers.ts';
import { readFromTab, writeToTab } from '../session/tab-storage.ts';
import { secretsOf } from '../sources/secrets.ts';
import type { Source } from '../sources/source.ts';

/** The data of this tab that survives a reload: input and unfinished creates. It never contains a secret. */
export interface Draft {
  readonly platform: PlatformAnswers;
  readonly source: SourceAnswers;
  readonly unfinished: readonly UnfinishedCreate[];
  /** The connection spec that the source was made from; null for the documented description. */
  readonly spec: object | null;
}

/** Increase this when the format changes. A draft of another version is dropped. */
const version = 4;
export const keyEnd = '-connection.draft';
const keyOf = ({ slug }: Pick<Source, 'slug'>) => `${slug}${keyEnd}`;
export const choiceKey = 'connection.source';
const clearedKey = 'connection.cleared';

const unfinishedSchema = z.object({
  attempt: storedAttempt,
  cause: z.enum(['left', 'lost']),
  isDismissed: z.boolean(),
});

const storedDraft = z.object({
  version: z.literal(version),
  sourceId: z.string(),
  platform: z.object({ apiKey: z.string(), organizationId: z.string(), sandbox: z.string() }),
  source: storedAnswers,
  unfinished: z.array(unfinishedSchema),
  spec: z._default(z.nullable(z.record(z.string(), z.unknown())), null),
});

/** Saves a draft without secrets in this tab. Nothing is saved when the browser refuses to store it. */
export function saveDraft(
  storage: Storage | null,
  source: Source,
  { platform, source: answers, unfinished, spec }: Draft,
): void {
  const { apiKey, organizationId, sandbox } = platform;
  const secrets = [platform.accessToken, ...secretsOf(source, answers.params)];
  const stored: z.infer<typeof storedDraft> = {
    version,
    sourceId: source.slug,
    platform: {
      apiKey: withoutSecret(apiKey, secrets),
      organizationId: withoutSecret(organizationId, secrets),
      sandbox: withoutSecret(sandbox, secrets),
    },
    source: toStoredAnswers(source, answers, [platform.accessToken]),
    unfinished: unfinished.map((one) => withoutTarget(one, secrets)),
    spec: spec === null || withoutSecret(JSON.stringify(spec), secrets) === '' ? null : { ...spec },
  };
  writeToTab(storage, keyOf(source), stored);
}

export function clearDraft(storage: Storage | null, source: Source): void {
  storage?.removeItem(keyOf(source));
}

/** Remembers the chosen source of this tab. */
export function saveChoice(storage: Storage | null, { slug }: Source): void {
  writeToTab(storage, choiceKey, slug);
}

/** Loads the draft of this tab. Returns `dropped` when it is unusable, and then deletes it. */
export function loadDraft(storage: Storage | null, source: Source): Draft | 'none' | 'dropped' {
  if ((storage?.getItem(keyOf(source)) ?? null) === null) return 'none';
  const parsed = readFromTab(storage, keyOf(source), storedDraft);
  if (parsed === null || parsed.sourceId !== source.slug) {
    clearDraft(storage, source);
    return 'dropped';
  }
  return {
    platform: { ...parsed.platform, accessToken: '' },
    source: fromStoredAnswers(source, parsed.source),
    unfinished: parsed.unfinished,
    spec: parsed.spec,
  };
}

/** Tells the next load of the page that the secrets were cleared. */
export function noteCleared(storage: Storage): void {
  writeToTab(storage, clearedKey, true);
}

/** Whether the secrets were cleared just before this load. The answer is available once. */
export function wasCleared(storage: Storage | null): boolean {
  const note = storage?.getItem(clearedKey) ?? null;
  storage?.removeItem(clearedKey);
  return note !== null;
}

/**
 * Removes the target of an attempt if it contains a secret. The whole target is removed, because a part of it could
 * match the wrong connection.
 */
function withoutTarget(unfinished: UnfinishedCreate, secrets: readonly string[]): UnfinishedCreate {
  const { attempt } = unfinished;
  const isClear = Object.values(attempt.target).every((text) => withoutSecret(text, secrets) === text);
  return isClear ? unfinished : { ...unfinished, attempt: { ...attempt, target: {} } };
}
