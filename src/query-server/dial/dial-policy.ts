import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

/** The addresses and ports that may be dialed, so that a connection check cannot be used to scan the network. */
export interface DialPolicy {
  /**
   * `closed`: only this computer reaches the server, so every address that the computer's user could reach is
   * allowed. `off`: other computers reach the server, and nothing is dialed. `global`: other computers reach it, and
   * only public addresses are dialed.
   */
  readonly reach: 'closed' | 'off' | 'global';
  /** Ranges that an open server may also dial, such as `10.20.0.0/16`. */
  readonly ranges: readonly string[];
  /** Ports on this computer that belong to the server. */
  readonly ownPorts: readonly number[];
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Ranges of the user's home or office network, or of their computer. */
const closedRanges: ReadonlySet<string> = new Set([
  'unicast',
  'loopback',
  'private',
  'uniqueLocal',
  'carrierGradeNat',
]);

/** Services that provide a machine's credentials and are not link-local. */
const metadataServices = [
  // Azure
  '168.63.129.16/32',
  // Alibaba Cloud
  '100.100.100.200/32',
  'fd00:100::100:200/128',
  // AWS
  'fd00:ec2::/32',
  // Google Cloud
  'fd20:ce::254/128',
  // Oracle Cloud
  'fd00:c1::a9fe:a9fe/128',
  // Scaleway
  'fd00:42::42/128',
  // Linode
  'fd00:a9fe:a9fe::1/128',
];

/** Whether an address may be dialed. Only addresses are checked, never names: `127.1` and `2130706433` are names. */
export function isAddressAllowed(text: string, { reach, ranges }: DialPolicy): boolean {
  if (reach === 'off' || isIP(text) === 0) return false;
  const address = unwrap(ipaddr.parse(text));
  if (isWithin(address, metadataServices)) return false;
  const range = address.range();
  if (!closedRanges.has(range)) return false;
  return reach === 'closed' || range === 'unicast' || isWithin(address, ranges);
}

/** Whether a port may be dialed at an allowed address. */
export function isPortAllowed(text: string, port: number, { reach, ownPorts }: DialPolicy): boolean {
  if (ownPorts.includes(port) && isThisComputer(unwrap(ipaddr.parse(text)))) return false;
  return reach === 'closed' || port === 80 || port === 443 || port >= 1024;
}

/**
 * The IPv4 address within an IPv6 address that represents one: mapped, compatible, and the well-known prefix of
 * NAT64.
 */
function unwrap(address: Address): Address {
  if (!(address instanceof ipaddr.IPv6)) return address;
  const [head, last] = [address.parts.slice(0, 6), address.toByteArray().slice(12)];
  const isMapped = head.every((part, index) => part === (index === 5 ? 0xff_ff : 0));
  const isTranslated = head.every((part, index) => part === ([0x64, 0xff_9b][index] ?? 0));
  // `::` and `::1` are real IPv6 addresses.
  const isCompatible =
    head.every((part) => part === 0) && last.some((byte, index) => byte > (index === 3 ? 1 : 0));
  return isMapped || isTranslated || isCompatible ? new ipaddr.IPv4(last) : address;
}

function isWithin(address: Address, ranges: readonly string[]): boolean {
  return ranges.some((text) => {
    const [base, bits] = ipaddr.parseCIDR(text);
    return base.kind() === address.kind() && address.match(base, bits);
  });
}

function isThisComputer(address: Address): boolean {
  if (address.range() === 'loopback') return true;
  const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return own.some((one) => ipaddr.parse(one.address).toString() === address.toString());
}
