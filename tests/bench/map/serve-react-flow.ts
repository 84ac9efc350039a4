import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { bundle } from './bundle.ts';
import type { PlacedCard } from './in-page/placed-card.ts';

/** Serves a React Flow board of these cards at an address of its own, compressed as Parley's pages are; in this process. */
export async function serveReactFlow(
  cards: readonly PlacedCard[],
): Promise<{ origin: string; stop: () => void }> {
  const { script, style } = await bundle('react-flow-board.tsx');
  const files = new Map([
    ['/', compressed('text/html', pageOf(cards))],
    ['/board.js', compressed('text/javascript', script)],
    ['/board.css', compressed('text/css', style)],
  ]);
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '/');
    response.writeHead(file ? 200 : 404, { ...file?.headers, 'content-encoding': 'gzip' });
    response.end(file?.body ?? gzipSync(''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}/`, stop: () => void server.close() };
}

function compressed(type: string, text: string): { headers: Record<string, string>; body: Buffer } {
  return { headers: { 'content-type': `${type}; charset=utf-8` }, body: gzipSync(text) };
}

function pageOf(cards: readonly PlacedCard[]): string {
  const data = JSON.stringify(cards).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en"><title>React Flow</title><link rel="stylesheet" href="/board.css">
<div id="board"></div><script type="application/json" id="cards">${data}</script><script src="/board.js"></script></html>`;
}
