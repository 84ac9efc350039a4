import { type AddressInfo, connect } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { generate } from 'selfsigned';

/** Stands before a server and speaks TLS with browsers, by a certificate it has signed itself. */
export class TlsProxy {
  private constructor(private readonly server: Server) {}

  static async before(origin: string): Promise<TlsProxy> {
    const target = new URL(origin);
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'parley.test' }]);
    const server = createServer({ key, cert }, (socket) => {
      const onward = connect(Number(target.port), target.hostname);
      socket.on('error', () => onward.destroy());
      onward.on('error', () => socket.destroy());
      socket.pipe(onward).pipe(socket);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return new TlsProxy(server);
  }

  get origin(): string {
    return `https://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }
}
