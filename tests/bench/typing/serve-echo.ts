import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

/**
 * The floor: a bare page with a bare text area, each character sent as it is typed over a bare WebSocket to the other page,
 * which puts it at the end of its text. Nothing is merged, ordered, kept or drawn besides. In this process.
 */
export async function serveEcho(): Promise<{ address: string; stop: () => void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(PAGE);
  });
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      for (const other of sockets.clients) if (other !== socket) other.send(data.toString());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    for (const socket of sockets.clients) socket.terminate();
    server.close();
  };
  return { address: `http://127.0.0.1:${port}/`, stop };
}

const PAGE = `<!doctype html><html lang="en"><title>Echo</title><textarea autofocus></textarea><script>
  const field = document.querySelector('textarea');
  const socket = new WebSocket(location.href.replace('http', 'ws'));
  socket.onopen = () => field.setAttribute('data-open', '');
  socket.onmessage = ({ data }) => { field.value += data; };
  field.addEventListener('input', ({ data }) => { if (data) socket.send(data); });
</script></html>`;
