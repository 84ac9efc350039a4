import type { RunningServer } from './create-server.ts';
import type { Env } from './env.ts';

/** What whoever started the server is told: where it is, and how to become its administrator while nobody is. */
export function greeting(env: Env, { port, firstAdministrator }: RunningServer): string[] {
  const address = addressOf(env, port);
  const invitation = `Nobody administers it yet. Who opens this does: ${address}${firstAdministrator}`;
  return [`Parley is at ${address}`, ...(firstAdministrator === null ? [] : [invitation])];
}

function addressOf(env: Env, port: number): string {
  return env.appUrl ?? localAddress(env, port);
}

/** Where the server is on its own machine. */
export function localAddress({ host }: Pick<Env, 'host'>, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  return `http://${everywhere ? 'localhost' : host}:${port}`;
}
