import { isIP } from 'node:net';

/** Addresses of this machine and of networks of one's own, where a proxy before the server stands. */
const OWN_NETWORK = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/;

/**
 * The address a connection comes from. Where that is in an own network it may be a proxy's: then the last address it was
 * forwarded for, which the proxy itself wrote. Of IPv6 the first half, as one machine has all of it.
 */
export function senderAddress(peer: string, forwardedFor: string | undefined): string {
  const near = plain(peer);
  const told = plain(forwardedFor?.split(',').at(-1)?.trim() ?? '');
  const address = OWN_NETWORK.test(near) && isIP(told) !== 0 ? told : near;
  return isIP(address) === 6 ? firstHalf(address) : address;
}

/** An IPv4 address as such, also where it is written as one of IPv6. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();
}

function firstHalf(address: string): string {
  const [start = '', end] = address.split('::');
  const groups = start === '' ? [] : start.split(':');
  const after = end ? end.split(':') : [];
  const zeros = end === undefined ? 0 : 8 - groups.length - after.length;
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4).join(':');
}
