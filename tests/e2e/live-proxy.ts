import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** Stands before a server and can cut the way to its live part, and only that: pages still load. */
export class LiveProxy {
  #isCut = false;
  readonly #live = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  /** `host` is where it listens. */
  static async before(origin: string, host = '127.0.0.1'): Promise<LiveProxy> {
    const server = createServer();
    const proxy = new LiveProxy(server, new URL(origin));
    server.on('request', (request, response) => {
      if (proxy.#refuses(request)) return void request.socket.destroy();
      const { host, port } = proxy.target;
      const { method, url, headers } = request;
      const onward = httpRequest({ host: host.split(':')[0], port, method, path: url, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      request.pipe(onward);
    });
    server.on('upgrade', (request, socket: Socket, head) => proxy.#upgrade(request, socket, head));
    await new Promise<void>((ready) => server.listen(0, host, ready));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#live) socket.destroy();
  }

  restore(): void {
    this.#isCut = false;
  }

  close(): void {
    this.cut();
    this.server.close();
    this.server.closeAllConnections();
  }

  #refuses({ url }: IncomingMessage): boolean {
    return this.#isCut && url?.startsWith('/live/') === true;
  }

  #upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    if (this.#refuses(request)) return void socket.destroy();
    const onward = connect(Number(this.target.port), this.target.hostname, () => {
      const { method, url, rawHeaders } = request;
      const lines = rawHeaders.flatMap((name, at) =>
        at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : [],
      );
      onward.write(`${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const [end, other] of [[socket, onward] as const, [onward, socket] as const]) {
      this.#live.add(end);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        this.#live.delete(end);
        other.destroy();
      });
    }
  }
}
