import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

type Network = readonly [network: string, prefix: number];

/** IPv4 networks of IANA's special-purpose registry, and multicast: none of them is a host on the internet. */
const SPECIAL_IPV4: readonly Network[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * The only IPv6 addresses that are assigned to hosts on the internet. Everything else is special or reserved: loopback, mapped
 * and translated IPv4 (`::ffff:0:0/96`, `64:ff9b::/96`, `64:ff9b:1::/48`), discard-only, segment routing (`5f00::/16`), unique
 * local, link-local, site-local, multicast.
 */
const GLOBAL_UNICAST: Network = ['2000::', 3];

/** Special networks within global unicast: protocol assignments with Teredo and ORCHID, documentation, 6to4, AS112. */
const SPECIAL_IPV6: readonly Network[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const special = new BlockList();
for (const [network, prefix] of SPECIAL_IPV4) special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of SPECIAL_IPV6) special.addSubnet(network, prefix, 'ipv6');
const globalUnicast = new BlockList();
globalUnicast.addSubnet(...GLOBAL_UNICAST, 'ipv6');

/** True if a network address belongs to a host on the internet, and not to this machine, its neighbours or a special range. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  return family === 6 && globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/**
 * Resolves a host as Node does and returns only its public addresses; an error if it has none. Used as the lookup of the connection itself,
 * so that the checked address is the one that is connected to: the owner of a name can change its answer between two lookups.
 */
export const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, []);
    const open = found.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (!first) return done(new Error('This host is not on the internet'), []);
    return options.all ? done(null, open) : done(null, first.address, first.family);
  });
};
