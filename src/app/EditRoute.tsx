import { EditPage } from '../connections/edit/EditPage.tsx';
import { createEditDrafts } from '../connections/edit/edit-draft.ts';
import { readTabStorage } from '../session/tab-storage.ts';

/** The unsaved edits. They are stored outside the page so that the user can leave it without losing input. */
const drafts = createEditDrafts(readTabStorage());

export function EditRoute() {
  return <EditPage drafts={drafts} />;
}
