import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET as nothingThere } from '../../app/api/[[...path]]/route.ts';
import { noPages } from '../support/no-pages.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;

/** Answers as Next does where it words an error itself, by what stands in the path. */
beforeAll(async () => {
  const pages = () => ({
    ...noPages(),
    handle: async ({ url = '' }: { url?: string }, response: import('node:http').ServerResponse) => {
      if (url.endsWith('/throws')) throw new Error('no such thing');
      if (url.endsWith('/late')) {
        response.statusCode = 500;
        response.setHeader('Content-Type', 'text/html');
        response.write('<html>');
        response.write('oh no</html>');
        return void response.end();
      }
      if (url.endsWith('/405')) return void response.writeHead(405, { 'Content-Type': 'text/plain' }).end();
      if (url.endsWith('/json'))
        return void response
          .writeHead(422, { 'content-type': 'application/json' })
          .end('{"ok":false,"own":1}');
      if (url.endsWith('/fine')) return void response.end('fine');
      response.writeHead(404, { 'Content-Type': 'text/html' }).end('<html>nothing</html>');
    },
  });
  server = await startTestServer({ pages });
});

afterAll(() => server.stop());

async function asked(path: string): Promise<{ status: number; type: string; body: string }> {
  const answer = await fetch(server.origin + path);
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: await answer.text() };
}

/** As `fetch` would not send it. */
function sentRaw(path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sending = httpRequest(server.origin, { path, method: 'POST', headers }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    sending.on('error', reject);
    sending.end();
  });
}

const refusal = (code: string) => JSON.stringify({ ok: false, rejection: { code } });

describe('[OP13] an error under /api', () => {
  test.each([
    ['/api/no-such-thing', 404, 'route_not_found'],
    ['/api', 404, 'route_not_found'],
    ['/api?x=1', 404, 'route_not_found'],
    ['/api/405', 405, 'invalid'],
    ['/api/late', 500, 'unavailable'],
    ['/api/throws', 500, 'unavailable'],
  ])('%s is JSON with a code', async (path, status, code) => {
    expect(await asked(path)).toEqual({ status, type: 'application/json', body: refusal(code) });
  });

  test('that a route has worded, and what is no error, stay as they are', async () => {
    expect(await asked('/api/json')).toMatchObject({ status: 422, body: '{"ok":false,"own":1}' });
    expect(await asked('/api/fine')).toMatchObject({ status: 200, body: 'fine' });
  });

  test('before a route is met is JSON, too', async () => {
    const none = await sentRaw('/api/%ff', {});
    expect(none).toEqual({ status: 400, body: refusal('invalid') });
    const endless = await sentRaw('/api/debates', { 'transfer-encoding': 'chunked' });
    expect(endless).toEqual({ status: 411, body: refusal('invalid') });
    const large = await sentRaw('/api/debates', { 'content-length': '999999999' });
    expect(large).toEqual({ status: 413, body: refusal('too_large') });
  });

  test('is a page for pages', async () => {
    for (const path of ['/nothing', '/apish'])
      expect(await asked(path)).toEqual({ status: 404, type: 'text/html', body: '<html>nothing</html>' });
  });

  test('has a route for what no other route answers', async () => {
    const answer = nothingThere();
    expect([answer.status, await answer.text()]).toEqual([404, refusal('route_not_found')]);
  });
});
