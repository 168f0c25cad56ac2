import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Whether a value is a list of IP address ranges. Short forms are refused, because `10/8` would be read as
 * 0.0.0.10/8.
 */
export function isAddressRanges(value: string): boolean {
  return toAddressRanges(value).every(
    (range) => isIP(range.split('/')[0] ?? '') !== 0 && ipaddr.isValidCIDR(range),
  );
}

/** The value must have been validated before. */
export function toAddressRanges(value: string | undefined): readonly string[] {
  return value?.split(',').map((range) => range.trim()) ?? [];
}
