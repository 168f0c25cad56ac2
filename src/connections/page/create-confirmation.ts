/** The confirmation of a question. Only one runs at a time, and it can be canceled until its request is sent. */
export function createConfirmation() {
  let running: { readonly controller: AbortController; readonly isSent: boolean } | null = null;
  const isRunning = (signal: AbortSignal) => running?.controller.signal === signal;
  return {
    /** Returns null while another confirmation runs, such as when the user activates the button twice. */
    start(): AbortSignal | null {
      if (running !== null) return null;
      running = { controller: new AbortController(), isSent: false };
      return running.controller.signal;
    },
    /** Returns whether the request may be sent. After that, it cannot be canceled. */
    send(signal: AbortSignal): boolean {
      if (running === null || !isRunning(signal)) return false;
      running = { ...running, isSent: true };
      return true;
    },
    end(signal: AbortSignal): void {
      if (isRunning(signal)) running = null;
    },
    /** Aborts what was not sent yet. Returns false when a request was sent already. */
    cancel(): boolean {
      if (running?.isSent === true) return false;
      running?.controller.abort();
      running = null;
      return true;
    },
  };
}
