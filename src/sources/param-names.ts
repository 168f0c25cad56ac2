/** The roles that a param has by its name, in the spelling of Adobe's connection specs. */
export const paramNames = {
  host: /^(?:host|server)(?:_?name)?$/i,
  port: /^port$/i,
  username: /^user(?:_?name|_?id)?$/i,
  encryption: /ssl|tls|encrypt/i,
  connectionString: /^connection_?string$/i,
} as const;

/** A field of a connection string is named by the string and its part, which says its role: `connectionString:port`. */
export function ownName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
