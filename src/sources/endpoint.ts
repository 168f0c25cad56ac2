/** The params that say how a database is reached. A role that the source does not have is null. */
export interface Endpoint {
  /** What the connection check speaks after the connection is open. `none`: it ends there. */
  readonly protocol: 'phoenix' | 'none';
  /** A name or address, a URL, or a connection string with the host in it. The host may be followed by a port. */
  readonly host: string;
  readonly port: string | null;
  readonly path: string | null;
  /** A switch. */
  readonly encryption: string | null;
  readonly username: string | null;
  readonly password: string | null;
  /** Absent when the params say everything. */
  readonly reach?: Reach;
}

/** What is known about every database of a product. */
export interface Reach {
  /** The port where the values name none. */
  readonly usualPort?: number;
  /** What follows the name of an account to make it a host, such as `.snowflakecomputing.com`. */
  readonly domain?: string;
  /** Whether every connection starts with TLS. Most databases start without and agree on encryption later. */
  readonly startsEncrypted?: true;
}
