import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { IMPORT_LIMITS } from '../../domain/formats/import-limits.ts';
import type { Pages } from '../../server/http/next-pages.ts';
import { noPages } from '../support/no-pages.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { gate } from '../support/watched-log.ts';

let server: TestServer;

afterEach(() => server.stop());

/** A server whose pages wait for what a test says before they answer with their path; the paths begun so far. */
async function withPages(hold: (path: string) => Promise<void>): Promise<string[]> {
  const begun: string[] = [];
  const pages = (): Pages => ({
    ...noPages(),
    handle: async ({ url = '' }, response) => {
      begun.push(url);
      // Begins its answer, and never ends it.
      if (url === '/slow') return void response.writeHead(200).flushHeaders();
      await hold(url);
      response.end(url);
    },
  });
  server = await startTestServer({ pages });
  return begun;
}

const atOnce = () => Promise.resolve();

function read(path: string): Promise<string> {
  return fetch(`${server.origin}${path}`).then((answer) => answer.text());
}

/** Sends a request by hand. */
function ask(line: string, header = 'x: y'): Socket {
  const { port } = new URL(server.origin);
  const socket = connectTcp(Number(port), '127.0.0.1');
  socket.write(`${line} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${header}\r\n\r\n`);
  return socket;
}

/** The status of the answer, after which the server closes the connection. */
async function statusOf(line: string, header?: string): Promise<number> {
  const socket = ask(line, header);
  let answer = '';
  socket.on('data', (data) => {
    answer += data.toString();
  });
  await once(socket, 'close');
  return Number(answer.split(' ')[1]);
}

describe('pages', () => {
  test('[OP11] are made two at a time; all else is answered meanwhile', async () => {
    const hold = gate();
    const begun = await withPages((path) => (path.startsWith('/api/') ? atOnce() : hold.passed));
    const reading = ['/a', '/b', '/c', '/d'].map(read);
    await expect.poll(() => begun.length).toBe(2);
    expect(await read('/healthz')).toBe('ok\n');
    expect(await read('/api/there')).toBe('/api/there');
    expect(begun).toHaveLength(3);
    hold.open();
    expect(await Promise.all(reading)).toEqual(['/a', '/b', '/c', '/d']);
  });

  test('[OP11] that are slow to read, or that nobody waits for any more, hold up nobody', async () => {
    const hold = gate();
    const begun = await withPages((path) => (path.startsWith('/held') ? hold.passed : atOnce()));
    const slow = [ask('GET /slow'), ask('GET /slow')];
    const gone = [ask('GET /held'), ask('GET /held')];
    await expect.poll(() => begun.filter((path) => path === '/held').length).toBe(2);
    for (const socket of gone) socket.destroy();
    expect(await read('/next')).toBe('/next');
    for (const socket of slow) socket.destroy();
    hold.open();
  });
});

describe('a request', () => {
  test.each(['*', '/debates/%00', '/debates/%ED%A0%80', '/debates/%', 'http://elsewhere.example/'])(
    '[OP12] for %s is refused with 400',
    async (target) => {
      const begun = await withPages(atOnce);
      expect(await statusOf(`GET ${target}`)).toBe(400);
      expect(begun).toEqual([]);
    },
  );

  test.each([
    ['that says it has 100 MB', 'content-length: 100000000', 413],
    ['that does not say how long it is', 'transfer-encoding: chunked', 411],
  ])('[AU7] with a body %s is refused on every route', async (_, header, status) => {
    const begun = await withPages(atOnce);
    for (const path of ['/api/auth/callback/guest', '/api/guest', '/debates/x'])
      expect(await statusOf(`POST ${path}`, header)).toBe(status);
    expect(begun).toEqual([]);
  });

  test('[AU7] with a file in its body is taken where files are brought, and nowhere else', async () => {
    const begun = await withPages(atOnce);
    const size = `content-length: ${IMPORT_LIMITS.fileBytes}`;
    const sent = ['/api/imports?name=a.json', '/api/v1/imports'].map((path) => ask(`POST ${path}`, size));
    await expect.poll(() => begun.length).toBe(2);
    for (const socket of sent) socket.destroy();
    for (const path of ['/api/importsx', '/api/v1/debates?/api/imports'])
      expect(await statusOf(`POST ${path}`, size)).toBe(413);
    const larger = `content-length: ${IMPORT_LIMITS.fileBytes + 1}`;
    expect(await statusOf('POST /api/imports', larger)).toBe(413);
    expect(begun).toHaveLength(2);
  });
});
