import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What stands before the nodes: each connection goes to the next of them that takes it, whoever comes. */
export interface Balancer {
  readonly origin: string;
  /** Where the nodes are now. */
  nodes: readonly string[];
  /** When connections were made, in milliseconds. */
  readonly arrivals: readonly number[];
  stop(): Promise<void>;
}

/** Starts one on a free port; it knows nothing of cookies, so nobody stays on a node. */
export async function startBalancer(): Promise<Balancer> {
  const open = new Set<Socket>();
  const arrivals: number[] = [];
  let turn = 0;
  const server = createServer((client) => {
    arrivals.push(performance.now());
    turn += 1;
    const from = turn;
    const order = balancer.nodes.map(
      (_, index) => balancer.nodes[(from + index) % balancer.nodes.length] ?? '',
    );
    track(open, client);
    void passOn(client, order, open);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const balancer: Balancer = {
    origin: `http://127.0.0.1:${port}`,
    nodes: [],
    arrivals,
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return balancer;
}

async function passOn(client: Socket, origins: readonly string[], open: Set<Socket>): Promise<void> {
  for (const origin of origins) {
    const node = await reach(Number(new URL(origin).port));
    if (node === null) continue;
    track(open, node);
    client.pipe(node).pipe(client);
    node.once('close', () => client.destroy());
    client.once('close', () => node.destroy());
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
