import type { Transport } from './store/transport.ts';

/** Transport for the server's own rendering of the page: it does nothing. */
export function silentTransport(): Transport {
  const never = () => new Promise<never>(() => {});
  return {
    open: never,
    submit: never,
    tellSeen: never,
    askClock: never,
    tellPresence: () => {},
    tellPointer: () => {},
    tellCaret: () => {},
    watchGroups: () => {},
    connect: () => () => {},
  };
}
