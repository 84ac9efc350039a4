import { once } from 'node:events';
import { mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { staticFiles } from '../../server/http/static-files.ts';

const SCRIPT = 'export const words = "wörter";\n'.repeat(100);
/** More than the buffers between the file and a reader hold. */
const LARGE = Buffer.alloc(32 * 1024 * 1024, 'x');

let folder: string;
let port: number;
/** Errors of `staticFiles`, after which a server destroys the response. */
let errors: unknown[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-static-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'a.js'), SCRIPT);
  writeFileSync(join(folder, 'a.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, 'a.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(folder, 'large.woff2'), LARGE);
  errors = [];
  const sendStatic = staticFiles(folder);
  const server = createServer(async (request, response) => {
    try {
      if (!(await sendStatic(request, response))) response.writeHead(404).end();
    } catch (error) {
      errors.push(error);
      response.destroy();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  ({ port } = server.address() as AddressInfo);
});

async function ask(path: string, options: RequestOptions = {}): Promise<IncomingMessage> {
  const request = get({ port, path: `/_next/static/${path}`, agent: false, ...options });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

async function read(path: string, options: RequestOptions = {}) {
  const response = await ask(path, options);
  const body = Buffer.concat(await response.toArray());
  return { status: response.statusCode, headers: response.headers, body };
}

/** Descriptors of this process that are files of the folder. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const path = readlinkSync(join('/proc/self/fd', descriptor));
      return path.startsWith(folder) ? [path] : [];
    } catch {
      // Closed in the meantime.
      return [];
    }
  });
}

describe('scripts and styles', () => {
  test.each([
    ['gzip, deflate, br', 'br', brotliCompressSync(SCRIPT)],
    ['gzip', 'gzip', gzipSync(SCRIPT)],
    ['identity', undefined, Buffer.from(SCRIPT)],
  ])(
    'are sent to a browser that takes "%s" as the smallest copy, to be kept for a year',
    async (accepted, encoding, body) => {
      const answer = await read('a.js?v=1', { headers: { 'accept-encoding': accepted } });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer).toMatchObject({
        status: 200,
        headers: {
          'content-length': `${body.length}`,
          'content-type': 'application/javascript; charset=utf-8',
          'cache-control': 'public, max-age=31536000, immutable',
          vary: 'Accept-Encoding',
        },
      });
      expect(answer.body.equals(body)).toBe(true);
    },
  );

  test('are asked about, revalidated and read in parts', async () => {
    const head = await read('a.js', { method: 'HEAD' });
    expect(head).toMatchObject({
      status: 200,
      headers: { 'content-length': `${Buffer.byteLength(SCRIPT)}` },
    });
    const tag = head.headers.etag ?? expect.fail('no tag');
    expect(await read('a.js', { headers: { 'if-none-match': tag } })).toMatchObject({ status: 304 });
    const part = await read('a.js', { headers: { range: 'bytes=0-5' } });
    expect([part.status, part.body.toString()]).toEqual([206, 'export']);
    expect(await read('a.js', { headers: { range: 'bytes=999999-' } })).toMatchObject({ status: 416 });
  });

  test.each(['', 'b.js', 'a.js/', '..%2f..%2fetc%2fpasswd', '%00', '%E0%A4%A', '.hidden'])(
    'are not found at "%s"',
    async (path) => {
      writeFileSync(join(folder, '.hidden'), 'x');
      expect(await read(path)).toMatchObject({ status: 404 });
    },
  );

  test('are not found once they are deleted, and new ones are', async () => {
    rmSync(join(folder, 'large.woff2'));
    writeFileSync(join(folder, 'b.js'), SCRIPT);
    expect([(await read('large.woff2')).status, (await read('b.js')).status]).toEqual([404, 200]);
  });

  test.skipIf(process.platform !== 'linux')('are closed if their download is aborted', async () => {
    for (const _ of Array(5)) {
      const response = await ask('large.woff2');
      expect(openFiles()).not.toEqual([]);
      response.on('error', () => undefined).destroy();
      await expect.poll(openFiles).toEqual([]);
    }
    expect(errors).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')(
    'end their own download alone if they cannot be read',
    async () => {
      // It opens, but reading its first byte fails.
      symlinkSync('/proc/self/mem', join(folder, 'broken.js'));
      await expect(read('broken.js')).rejects.toThrow('socket hang up');
      expect(errors).toEqual([expect.objectContaining({ code: 'EIO' })]);
      expect((await read('a.js')).status).toBe(200);
    },
  );
});
