import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether a value is a list of ranges of IP addresses. Short forms are refused: `10/8` would be read as 0.0.0.10/8. */
export function isAddressRanges(value: string): boolean {
  return toAddressRanges(value).every(
    (range) => isIP(range.split('/')[0] ?? '') !== 0 && ipaddr.isValidCIDR(range),
  );
}

/** The value is as it was found valid. */
export function toAddressRanges(value: string | undefined): readonly string[] {
  return value?.split(',').map((range) => range.trim()) ?? [];
}
