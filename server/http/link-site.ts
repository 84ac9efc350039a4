import { isIP, isIPv6 } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import type { Env } from '../env.ts';
import { siteOf } from './requests/same-origin.ts';

/**
 * The site that links in emails lead to: `APP_URL`. Without it (emails are printed then, for the operator to pass on) the address the
 * request was sent to, but only if that is this server: its port, and a name or address of this machine. For any other `Host` it's the
 * server's address on its own machine, because the sender of a request writes its `Host`, and a link that signs a person in must not lead
 * to a host of the sender's choice.
 */
export function linkSite(
  host: string | null,
  { appUrl, host: listensAt }: Pick<Env, 'appUrl' | 'host'>,
  port: number,
): string {
  if (appUrl !== null) return appUrl;
  const asked = siteOf(host, null);
  return asked !== null && isThisServer(new URL(asked), port)
    ? asked
    : localAddress({ host: listensAt }, port);
}

/** The server's address on its own machine. */
export function localAddress({ host }: Pick<Env, 'host'>, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  if (everywhere) return `http://localhost:${port}`;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

function isThisServer(site: URL, port: number): boolean {
  const name = site.hostname.replace(/^\[|\]$/g, '');
  return Number(site.port || 80) === port && (isIP(name) === 0 ? isOwnName(name) : isOwnAddress(name));
}

function isOwnName(name: string): boolean {
  const own = hostname().toLowerCase();
  return name === 'localhost' || name === own || name === `${own}.local`;
}

function isOwnAddress(address: string): boolean {
  const interfaces = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return interfaces.some((one) => one.address === address);
}
