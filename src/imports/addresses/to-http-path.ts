/** The path of an address as HTTP path wants it: without the slash that it may end with, unless that is all of it. */
export function toHttpPath(path: string): string {
  return path === '/' ? path : path.replace(/\/$/, '');
}
