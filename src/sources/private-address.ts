import ipaddr from 'ipaddr.js';

/**
 * Whether a host is an address that the public internet does not route: loopback, private, carrier-grade and the like.
 */
export function isPrivateAddress(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1');
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address);
  return isAddress && ipaddr.process(address).range() !== 'unicast';
}
