/** An unexpected error is logged by its location only, because its message might quote the request. */
export function locateError(error: Error, part: string): string {
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return [`${error.name} in ${part}`, ...frames].join('\n');
}
