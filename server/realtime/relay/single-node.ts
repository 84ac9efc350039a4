import type { Nodes } from './nodes.ts';

/** A single node, without others. */
export const SINGLE_NODE: Nodes = {
  redis: 'none',
  remoteConnections: () => 0,
  opened: () => undefined,
  publish: { presence: () => undefined, carets: () => undefined, pointers: () => undefined },
  leave: () => undefined,
  close: () => undefined,
};
