/** `1 connection`, `3 connections`. */
export function countConnections(count: number): string {
  return count === 1 ? '1 connection' : `${count.toLocaleString('en-US')} connections`;
}
