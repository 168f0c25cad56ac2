import { EditPage } from '../connections/EditPage.tsx';
import { createEditDraft } from '../connections/edit-draft.ts';
import { readTabStorage } from '../platform/tab-storage.ts';

/** The edit that was left last. It lives above the page, so that a new token costs no input. */
const draft = createEditDraft(readTabStorage());

export function EditRoute() {
  return <EditPage draft={draft} />;
}
