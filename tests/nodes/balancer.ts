import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Random } from '../simulation/random.ts';
import { HARMLESS, type Harm, HarmedStream } from './harmed-stream.ts';

/** A balancer before nodes, or before Redis: each connection goes to the next that takes it. */
export interface Balancer {
  readonly port: number;
  /** The ports behind it. */
  ports: readonly number[];
  /** When connections came, in milliseconds. */
  readonly arrivals: readonly number[];
  /** The harm it does to what passes. */
  harm: Harm;
  /** How often it did which. */
  readonly harmed: ReadonlyMap<keyof Harm, number>;
  /** Ends every connection. */
  drop(): void;
  stop(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1. It knows nothing of cookies, so nobody stays on a node. */
export async function startBalancer(...ports: number[]): Promise<Balancer> {
  const open = new Set<Socket>();
  const random = new Random(1);
  const arrivals: number[] = [];
  const harmed = new Map<keyof Harm, number>();
  const count = (harm: keyof Harm) => harmed.set(harm, (harmed.get(harm) ?? 0) + 1);
  const server = createServer((client) => {
    arrivals.push(performance.now());
    track(open, client);
    const first = arrivals.length % Math.max(1, balancer.ports.length);
    const order = [...balancer.ports.slice(first), ...balancer.ports.slice(0, first)];
    void passOn(client, order);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  const balancer: Balancer = {
    port: typeof address === 'object' && address ? address.port : 0,
    ports,
    arrivals,
    harm: HARMLESS,
    harmed,
    drop,
    stop: async () => {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
  const passOn = async (client: Socket, order: readonly number[]) => {
    for (const behindPort of order) {
      const behind = await reach(behindPort);
      if (behind === null) continue;
      track(open, behind);
      const end = () => {
        client.destroy();
        behind.destroy();
        up.destroy();
        down.destroy();
      };
      const way = () => new HarmedStream(() => balancer.harm, random, end, count);
      const [up, down] = [way(), way()];
      client.pipe(up).pipe(behind).pipe(down).pipe(client);
      behind.once('close', end);
      client.once('close', end);
      return;
    }
    client.destroy();
  };
  return balancer;
}

function reach(port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

function track(open: Set<Socket>, socket: Socket): void {
  open.add(socket);
  socket.on('error', () => undefined);
  socket.once('close', () => open.delete(socket));
}
