import { once } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import { connect as connectTcp, Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { IMPORT_LIMITS } from '../../domain/formats/import-limits.ts';
import type { Pages } from '../../server/http/next-pages.ts';
import { RenderLimiter } from '../../server/http/render-limiter.ts';
import type { Sender } from '../../server/limits/sender.ts';
import { upTo } from '../support/log-node.ts';
import { noPages } from '../support/no-pages.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { gate } from '../support/watched-log.ts';

let server: TestServer;

afterEach(() => server?.stop());

/** A server whose pages wait for what a test says before they answer with their path; the paths begun so far. */
async function withPages(hold: (path: string) => Promise<void>, database?: 'embedded'): Promise<string[]> {
  const begun: string[] = [];
  const pages = (): Pages => ({
    ...noPages(),
    handle: async ({ url = '' }, response) => {
      begun.push(url);
      // Begins its answer, and never ends it.
      if (url === '/slow') return void response.writeHead(200).flushHeaders();
      // As Next does: what nobody listens to any longer is not made.
      await Promise.race([hold(url), once(response, 'close')]);
      response.end(url);
    },
  });
  server = await startTestServer({ pages, database });
  return begun;
}

const now = () => Promise.resolve();

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
  test.each([
    ['one at a time on the embedded database', 'embedded', 1],
    ['two at a time on PostgreSQL', undefined, 2],
  ] as const)('[OP11] are made %s; all else is answered meanwhile', async (_, database, atOnce) => {
    const hold = gate();
    const begun = await withPages((path) => (path.startsWith('/api/') ? now() : hold.passed), database);
    const reading = ['/a', '/b', '/c', '/d'].map(read);
    await expect.poll(() => begun.length).toBe(atOnce);
    expect(await read('/healthz')).toBe('ok\n');
    expect(await read('/api/there')).toBe('/api/there');
    expect(begun).toHaveLength(atOnce + 1);
    hold.open();
    expect(await Promise.all(reading)).toEqual(['/a', '/b', '/c', '/d']);
  });

  test('[OP11] that are slow to read, or that nobody waits for, delay nobody', async () => {
    const hold = gate();
    const begun = await withPages((path) => (path.startsWith('/held') ? hold.passed : now()));
    const slow = [ask('GET /slow'), ask('GET /slow')];
    const gone = ask('GET /held');
    await expect.poll(() => begun).toContain('/held');
    gone.destroy();
    expect(await read('/next')).toBe('/next');
    for (const socket of slow) socket.destroy();
    hold.open();
  });
});

describe('[OP15] a flood of pages from one address', () => {
  /** Two pages at once, each made until the test says so; who has begun, in order. */
  function begin() {
    const turns = new RenderLimiter(2);
    const begun: string[] = [];
    const made: (() => void)[] = [];
    const ask = (name: string, sender: Sender) => {
      const response = new ServerResponse(new IncomingMessage(new Socket()));
      const taken = turns.take(sender, response.req, response, () => {
        begun.push(name);
        return new Promise((done) => made.push(done));
      });
      return { response, taken, leave: () => response.emit('close') };
    };
    return { begun, made, ask };
  }
  const flooder = { person: null, address: 'flood' };

  test('lets another address have its page next, and someone who is signed in at the same one', async () => {
    const { begun, made, ask } = begin();
    for (const _ of upTo(500)) ask('flood', flooder);
    await expect.poll(() => begun.length).toBe(2);
    ask('reader', { person: null, address: 'home' });
    ask('person', { person: 'ann', address: 'flood' });
    for (const count of upTo(4)) {
      made.shift()?.();
      await expect.poll(() => begun.length).toBe(2 + count);
    }
    expect(begun.slice(2)).toEqual(expect.arrayContaining(['reader', 'person']));
  });

  test('is over when its senders have gone: nothing more of it is made', async () => {
    const { begun, made, ask } = begin();
    const flood = upTo(500).map(() => ask('flood', flooder));
    await expect.poll(() => begun.length).toBe(2);
    for (const { leave } of flood) leave();
    for (const done of made) done();
    await Promise.all(flood.map(({ taken }) => taken));
    ask('next', flooder);
    await expect.poll(() => begun).toEqual(['flood', 'flood', 'next']);
  });

  test('counts as long as it is being made, also when nobody listens', async () => {
    const { begun, made, ask } = begin();
    const first = [ask('gone', flooder), ask('gone', flooder)];
    const next = ask('next', flooder);
    await expect.poll(() => begun.length).toBe(2);
    for (const { leave } of first) leave();
    for (const _ of upTo(10)) await new Promise(setImmediate);
    expect(begun).toEqual(['gone', 'gone']);
    for (const done of made.splice(0)) done();
    await expect.poll(() => begun).toEqual(['gone', 'gone', 'next']);
    for (const done of made) done();
    await next.taken;
  });

  test('that is too long answers when to try again', async () => {
    const { ask } = begin();
    const answers = upTo(1_600).map(() => ask('flood', flooder).response);
    await new Promise(setImmediate);
    const refused = answers.filter(({ statusCode }) => statusCode === 503);
    expect(refused.length).toBe(100);
  });

  test('that fills the queue with guests keeps nobody at another address from it', async () => {
    const { ask } = begin();
    const flood = upTo(6_000).map(
      (n) => ask('flood', { person: `guest${n}`, address: `flood${n % 2}` }).response,
    );
    const reader = ask('reader', { person: null, address: 'home' }).response;
    await new Promise(setImmediate);
    expect(reader.statusCode).toBe(200);
    expect(flood.filter(({ statusCode }) => statusCode === 503)).toHaveLength(2_001);
  });
});

describe('a request', () => {
  test.each(['*', '/debates/%00', '/debates/%ED%A0%80', '/debates/%', 'http://elsewhere.example/'])(
    '[OP12] for %s is refused with 400',
    async (target) => {
      const begun = await withPages(now);
      expect(await statusOf(`GET ${target}`)).toBe(400);
      expect(begun).toEqual([]);
    },
  );

  test('[OP12] that names two hosts is refused with 400', async () => {
    const begun = await withPages(now);
    expect(await statusOf('GET /', 'Host: elsewhere.example')).toBe(400);
    expect(begun).toEqual([]);
  });

  test.each([
    ['that says it has 100 MB', 'content-length: 100000000', 413],
    ['that does not say how long it is', 'transfer-encoding: chunked', 411],
  ])('[AU7] with a body %s is refused on every route', async (_, header, status) => {
    const begun = await withPages(now);
    for (const path of ['/api/auth/callback/guest', '/api/guest', '/debates/x'])
      expect(await statusOf(`POST ${path}`, header)).toBe(status);
    expect(begun).toEqual([]);
  });

  test('[AU7] with a file in its body is taken where files are brought, and nowhere else', async () => {
    const begun = await withPages(now);
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
