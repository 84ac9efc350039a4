import type { SimNode } from './sim-node.ts';

type NodeHappening =
  | 'continueOpening'
  | 'commit'
  | 'flush'
  | 'catchUp'
  | 'storeSnapshot'
  | 'overload'
  | 'partition'
  | 'cutDatabase';

/** The events that happen to a node: each returns true if something came of it. */
export const TO_NODE: Readonly<Record<NodeHappening, (node: SimNode) => boolean | Promise<boolean>>> = {
  continueOpening: (node) => node.continueOpening(),
  commit: async ({ log }) => {
    if (log.commitsWaiting === 0 || log.isCut) return false;
    await log.commit();
    return true;
  },
  flush: (node) => {
    const has = node.hasFrame;
    node.flush();
    return has;
  },
  catchUp: async ({ isApart, log, room }) => {
    if (isApart || log.isCut) return false;
    const before = room.state.seq;
    await room.catchUp();
    return room.state.seq > before;
  },
  storeSnapshot: async (node) => {
    if (node.log.isCut) return false;
    await node.storeSnapshot();
    return true;
  },
  overload: (node) => {
    node.overloaded = !node.overloaded;
    return node.overloaded;
  },
  partition: (node) => {
    node.isApart = !node.isApart;
    return node.isApart;
  },
  cutDatabase: ({ log }) => {
    if (log.isCut) log.heal();
    else log.cut();
    return log.isCut;
  },
};

/** True if an event happens to a node alone. */
export function isToNode(happening: string): happening is NodeHappening {
  return happening in TO_NODE;
}
