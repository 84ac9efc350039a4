import { hostname, networkInterfaces } from 'node:os';
import type { LaunchOptions } from '@playwright/test';
import { chromiumLaunchOptions } from '../support/chromium.ts';

/** This machine by its name on the local network, for where it is on none. */
const NAME = `${hostname().toLowerCase()}.local`;

/** The address of a server on this machine over plain http in its network; not `localhost`, which browsers trust. */
export function nearbyOrigin(port: number): string {
  return `http://${ownAddress() ?? NAME}:${port}`;
}

/** How a browser is started that finds this machine by that name. */
export function withNearbyName(): LaunchOptions {
  const options = chromiumLaunchOptions();
  return { ...options, args: [...options.args, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`] };
}

/** The first address of this machine that others can reach. */
function ownAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}
