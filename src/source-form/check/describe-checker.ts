/** The computer that checks, which is the one that serves this page. `hostname` is the name in the page's address. */
export function describeChecker(hostname: string): { readonly word: string; readonly hop: string } {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
    ? { word: 'this computer', hop: 'This computer' }
    : { word: 'the wizard server', hop: 'Wizard server' };
}
