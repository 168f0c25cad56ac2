/** The paths of all pages. No other file contains a path of a page. */
export const paths = {
  platform: '/connect/platform',
  sources: '/connect/sources',
  source: '/connect/$source',
  review: '/connect/review',
  connections: '/connections',
  testConnections: '/connections/test',
  exportConnections: '/connections/export',
  copyConnections: '/connections/copy',
  connection: '/connections/$id',
  editConnection: '/connections/$id/edit',
  rotateSecret: '/connections/$id/rotate',
} as const;

/** The address of the step that asks for a source, by its slug. */
export function toSourceAddress({ slug }: { readonly slug: string }): string {
  return paths.source.replace('$source', slug);
}
