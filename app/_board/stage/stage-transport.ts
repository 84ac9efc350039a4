import { socketTransport } from '../store/socket-transport.ts';
import type { Transport } from '../store/transport.ts';

/** The way to the server of a stage: it is told what a reader is told, whoever is signed in here. */
export function stageTransport(): Transport {
  const transport = socketTransport();
  return { ...transport, open: (message) => transport.open({ ...message, stage: true }) };
}
