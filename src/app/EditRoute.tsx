import { EditPage } from '../connections/edit/EditPage.tsx';
import { createEditDraft } from '../connections/edit/edit-draft.ts';
import { readTabStorage } from '../session/tab-storage.ts';

/** The last unsaved edit. It is stored outside the page so that the user can get a new token without losing input. */
const draft = createEditDraft(readTabStorage());

export function EditRoute() {
  return <EditPage draft={draft} />;
}
