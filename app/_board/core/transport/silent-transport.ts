import type { Transport } from './transport.ts';

/** Transport for the server's own rendering of the page: it does nothing. */
export function silentTransport(): Transport {
  const never = () => new Promise<never>(() => {});
  return {
    open: never,
    submit: never,
    sendSeen: never,
    askClock: never,
    sendPresence: () => {},
    sendPointer: () => {},
    sendCaret: () => {},
    watchGroups: () => {},
    connect: () => () => {},
  };
}
