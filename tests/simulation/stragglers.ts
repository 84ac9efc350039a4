import type { SimNode } from './sim-node.ts';
import type { SimPerson } from './sim-person.ts';

type Connection = NonNullable<ReturnType<SimPerson['leave']>>;

/** Connections lost on the browser's side only, oldest first. */
export class Stragglers {
  #connections: Connection[] = [];

  get areGone(): boolean {
    return this.#connections.length === 0;
  }

  add(connection: Connection): void {
    this.#connections.push(connection);
  }

  /** Those of a node that was killed go with it. */
  forgetOf(node: SimNode): void {
    this.#connections = this.#connections.filter((straggler) => straggler.node !== node);
  }

  /** Messages of a connection that its browser has closed arrive late; with the last one the server closes it too. */
  straggle(): boolean {
    const [connection] = this.#connections;
    if (!connection) return false;
    const { wire, node } = connection;
    if (wire.upWaiting > 0) {
      node.handle(wire);
      return true;
    }
    this.#connections.shift();
    wire.cut();
    node.closed(wire);
    return false;
  }
}
