import { isIP } from 'node:net';

/**
 * The address a request or connection comes from. Behind a number of your own `proxies` it is the one the outermost of them reported,
 * counted from the end of `X-Forwarded-For`: anyone may have written the part before that. A request that bypassed a proxy is identified by
 * its peer. Of IPv6 only the first half is used, as one machine has all of it.
 */
export function senderAddress(peer: string, forwardedFor: string | undefined, proxies: number): string {
  const reported = plain((proxies > 0 && forwardedFor?.split(',').at(-proxies)?.trim()) || '');
  const address = isIP(reported) !== 0 ? reported : plain(peer);
  return isIP(address) === 6 ? firstHalf(address) : address;
}

/** An IPv4 address in its own form, also if it is written as IPv6. */
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
