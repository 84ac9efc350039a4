import { socketTransport } from './socket-transport.ts';
import type { Transport } from './transport.ts';

/** Transport of a stage: it receives what a reader receives, no matter who is signed in here. */
export function stageTransport(): Transport {
  const transport = socketTransport();
  return { ...transport, open: (message) => transport.open({ ...message, stage: true }) };
}
