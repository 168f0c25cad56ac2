/** The connection breaks without an answer; a real server destroys the socket for it. */
export class ConnectionCut extends Error {
  override readonly name = 'ConnectionCut';
  constructor() {
    super('The local Flow Service cut the connection.');
  }
}
