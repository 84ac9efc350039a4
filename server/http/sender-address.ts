import { isIP } from 'node:net';

/**
 * The address a request or connection comes from. Behind so many `proxies` of one's own it is the one the outermost of them
 * has told, counted from the end of `X-Forwarded-For`: what stands before that anybody may have written. A request that came
 * past a proxy is known by its peer. Of IPv6 the first half, as one machine has all of it.
 */
export function senderAddress(peer: string, forwardedFor: string | undefined, proxies: number): string {
  const told = plain((proxies > 0 && forwardedFor?.split(',').at(-proxies)?.trim()) || '');
  const address = isIP(told) !== 0 ? told : plain(peer);
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
