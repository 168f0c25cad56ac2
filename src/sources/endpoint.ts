/** The params that say how a database is reached. A role that the source does not have is null. */
export interface Endpoint {
  /** What the connection check speaks after the connection is open. `none`: it ends there. */
  readonly protocol: 'phoenix' | 'none';
  readonly host: string;
  readonly port: string;
  readonly path: string | null;
  /** A switch. */
  readonly encryption: string | null;
  readonly username: string | null;
  readonly password: string | null;
}
