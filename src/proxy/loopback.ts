/** Whether a host name or address, as in a URL or in `HOST`, is this machine as seen by itself. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
