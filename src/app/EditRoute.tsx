import { EditPage } from '../connections/EditPage.tsx';
import type { EditDraft } from '../connections/use-edit-form.ts';
import { createMemory } from '../ui/memory.ts';

/** The edit that was left last. It lives above the page, so that a new token costs no input. */
const draft = createMemory<EditDraft | null>(null);

export function EditRoute() {
  return <EditPage draft={draft} />;
}
