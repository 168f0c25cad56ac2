import { holdsExpression, isPlaceholder } from '../text/placeholders.ts';

/** The names of the settings of a connection string whose value is a placeholder. A password may contain braces. */
export function findPlaceholders(text: string): readonly string[] {
  return text.split(';').flatMap((setting) => {
    const value = setting.slice(setting.indexOf('=') + 1).trim();
    const name = setting.slice(0, Math.max(setting.indexOf('='), 0)).trim();
    const isSecret = /^(?:pwd|password|accountkey)$/i.test(name);
    const isOne = isPlaceholder(value) || holdsExpression(value, isSecret ? 'secret' : 'text');
    // What has no name may be the rest of a password.
    return isOne && setting.includes('=') ? [name] : [];
  });
}
