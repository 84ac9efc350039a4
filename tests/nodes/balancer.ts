import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A balancer before nodes, or before Redis: each connection goes to the next that takes it. */
export interface Balancer {
  readonly port: number;
  /** The ports behind it. */
  ports: readonly number[];
  /** When connections came, in milliseconds. */
  readonly arrivals: readonly number[];
  /** Ends every connection. */
  drop(): void;
  stop(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1. It knows nothing of cookies, so nobody stays on a node. */
export async function startBalancer(...ports: number[]): Promise<Balancer> {
  const open = new Set<Socket>();
  const arrivals: number[] = [];
  const server = createServer((client) => {
    arrivals.push(performance.now());
    track(open, client);
    const first = arrivals.length % Math.max(1, balancer.ports.length);
    const order = [...balancer.ports.slice(first), ...balancer.ports.slice(0, first)];
    void passOn(client, order, open);
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
    drop,
    stop: async () => {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
  return balancer;
}

async function passOn(client: Socket, ports: readonly number[], open: Set<Socket>): Promise<void> {
  for (const port of ports) {
    const behind = await reach(port);
    if (behind === null) continue;
    track(open, behind);
    client.pipe(behind).pipe(client);
    behind.once('close', () => client.destroy());
    client.once('close', () => behind.destroy());
    return;
  }
  client.destroy();
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
