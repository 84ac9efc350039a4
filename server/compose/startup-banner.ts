import type { Env } from '../env.ts';
import { localAddress } from '../http/link-site.ts';
import type { RunningServer } from './create-server.ts';

type Place = Pick<Env, 'appUrl' | 'host'>;

/** The text for the person who started the server: its address, and the link that makes its opener an administrator, if there is one. */
export function startupBanner(
  env: Place,
  { port, administratorLink }: Pick<RunningServer, 'port' | 'administratorLink'>,
): string[] {
  const address = addressOf(env, port);
  const invitation = `The first person to open this link becomes an administrator: ${address}${administratorLink}`;
  return [`Parley is at ${address}`, ...(administratorLink === null ? [] : [invitation])];
}

function addressOf(env: Place, port: number): string {
  return env.appUrl ?? localAddress(env, port);
}
