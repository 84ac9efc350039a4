import type { Transport } from './store/transport.ts';

/** The way to the server while the server itself renders the page: there is none. */
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
