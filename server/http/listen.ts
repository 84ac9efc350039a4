import type { Server } from 'node:http';
import { StartError } from '../database/start-error.ts';

/** Listens and returns the port. If the port is taken or not permitted, the error is one clear sentence. */
export function listenOn(http: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartError(sentenceFor(error, port, host))),
    );
    http.listen(port, host, () => {
      const address = http.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function sentenceFor(error: NodeJS.ErrnoException, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop it, or set PORT to another number.`;
    case 'EACCES':
      return `You don't have permission to listen on port ${port}. Set PORT to a number above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST isn't an address of this machine: ${host}.`;
    default:
      return `Could not listen on ${host}:${port} (${error.code ?? error.message}).`;
  }
}
