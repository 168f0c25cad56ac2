/**
 * How each export begins, by which an import recognizes it.
 * @param count Such as `2 connections`.
 */
export function exportHeading(count: string, sandbox: string): string {
  return `Export of ${count} in sandbox ${sandbox}.`;
}

/** As a comment of a script, or as the description of JSON or a Postman collection. */
const heading = /(?:^# |"description":\s*")Export of [\d,]+ connections? in sandbox /m;

/**
 * Whether a text is an export of this product. Its placeholders are the secrets, and the credentials of its requests.
 * Another value that looks like a placeholder is meant as it is.
 */
export function isExport(text: string): boolean {
  return heading.test(text);
}
