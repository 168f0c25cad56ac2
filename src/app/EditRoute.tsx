import { EditPage } from '../connections/edit/EditPage.tsx';
import { createEditDraft } from '../connections/edit/edit-draft.ts';
import { readTabStorage } from '../session/tab-storage.ts';

/** The edit that was left last. It lives above the page, so that a new token costs no input. */
const draft = createEditDraft(readTabStorage());

export function EditRoute() {
  return <EditPage draft={draft} />;
}
