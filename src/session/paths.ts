/** Where each page is: the only place where an address of a page is written down. */
export const paths = {
  platform: '/connect/platform',
  source: '/connect/$source',
  review: '/connect/review',
  connections: '/connections',
  connection: '/connections/$id',
  editConnection: '/connections/$id/edit',
} as const;

/** The address of the step that asks for a source, by its slug. */
export function toSourceAddress({ slug }: { readonly slug: string }): string {
  return paths.source.replace('$source', slug);
}

/** The address of the page that edits a connection, to come back to. */
export function toEditAddress(id: string): string {
  return paths.editConnection.replace('$id', id);
}
