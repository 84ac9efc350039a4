import { createHash, X509Certificate } from 'node:crypto';
import { type AddressInfo, connect } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { generate } from 'selfsigned';

const { private: key, cert } = await generate([{ name: 'commonName', value: 'parley.test' }]);

/**
 * Makes Chromium trust the proxy. A page that ignores errors of certificates instead fails at each new connection and repeats its request:
 * on a busy machine, one gave up after too many retries.
 */
export const TRUSTS_PROXY = `--ignore-certificate-errors-spki-list=${createHash('sha256')
  .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
  .digest('base64')}`;

/** Stands before a server and speaks TLS with browsers, by a certificate it has signed itself. */
export class TlsProxy {
  private constructor(private readonly server: Server) {}

  static async before(origin: string): Promise<TlsProxy> {
    const target = new URL(origin);
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
