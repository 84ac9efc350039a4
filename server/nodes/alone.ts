import type { Nodes } from './nodes.ts';

/** One node, without others. */
export const ALONE: Nodes = {
  redis: 'none',
  elsewhereIn: () => 0,
  opened: () => undefined,
  tell: { presence: () => undefined, carets: () => undefined, pointers: () => undefined },
  leave: () => undefined,
  close: () => undefined,
};
