import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { parley } from '../../server/handle.ts';
import type { Pages } from '../../server/http/next-pages.ts';
import { report } from '../support/debate-builder.ts';
import { claim, join, makeDebate, makeOwnDebate, withTestServer } from '../support/live-debates.ts';
import { upTo } from '../support/log-node.ts';
import { noPages } from '../support/no-pages.ts';
import { startTestServer } from '../support/test-server.ts';

/** Pages that say what they were rendered for: each rendering has a number. */
let rendered: string[] = [];
let answer: (response: ServerResponse) => void = () => undefined;

const pages = (): Pages => ({
  ...noPages(),
  handle: async (request: IncomingMessage, response: ServerResponse) => {
    rendered.push(request.url ?? '');
    const nonce = /'nonce-([^']+)'/.exec(`${request.headers['content-security-policy']}`)?.[1];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('link', `</a.js>; rel=preload; nonce="${nonce}"`);
    answer(response);
    // As Next does: it waits where the test says so.
    if (!response.write(`<p>${rendered.length}</p><script nonce="${nonce}"></script>`))
      await once(response, 'drain');
    if (!response.write('<!---->'.repeat(50_000))) await once(response, 'drain');
    response.end(`<html data-request="${parley().requestId()}">${'ü'.repeat(50_000)}`);
  },
});

const server = withTestServer(() => startTestServer({ pages, settings: { TRUST_PROXY: '1' } }));
let debateId = '';
let ann: Awaited<ReturnType<typeof join>>;

beforeAll(async () => {
  debateId = await makeDebate();
});

beforeEach(async () => {
  rendered = [];
  answer = () => undefined;
  // Someone has it open.
  ann = await join(debateId, 'Ann');
});

async function read(path = `/debates/${debateId}`, headers: Record<string, string> = {}) {
  const got = await fetch(`${server().origin}${path}`, {
    headers: { 'accept-encoding': 'identity', ...headers },
  });
  return { got, html: await got.text() };
}

test('[LM6] the page of a debate is rendered once for all readers whom nobody knows', async () => {
  const pagesRead = await Promise.all(upTo(30).map(() => read()));
  expect(rendered).toHaveLength(1);
  const nonces = new Set<string>();
  const ids = new Set<string>();
  for (const { got, html } of pagesRead) {
    expect(got.status).toBe(200);
    expect(html).toContain('<p>1</p>');
    expect(html).toContain('ü'.repeat(50_000));
    const nonce = /'nonce-([^']+)'/.exec(got.headers.get('content-security-policy') ?? '')?.[1] ?? '';
    expect(html).toContain(`<script nonce="${nonce}">`);
    expect(got.headers.get('link')).toContain(`nonce="${nonce}"`);
    expect(html).toContain(`data-request="${got.headers.get('x-request-id')}"`);
    nonces.add(nonce);
    ids.add(got.headers.get('x-request-id') ?? '');
  }
  expect([nonces.size, ids.size]).toEqual([30, 30]);
});

test('[LM6] a request id that is a word of the page changes nothing for other readers', async () => {
  const first = await read(undefined, { 'x-request-id': 'data-request' });
  expect(first.html).toContain('data-request="data-request"');
  const { got, html } = await read();
  expect(html).toContain(`<html data-request="${got.headers.get('x-request-id')}">`);
  expect(rendered).toHaveLength(1);
});

test('[LM6] compressed, it is the same page', async () => {
  const plain = await read();
  const zipped = await read(undefined, { 'accept-encoding': 'gzip' });
  expect(zipped.got.headers.get('content-encoding')).toBe('gzip');
  expect(zipped.html.length).toBe(plain.html.length);
  expect(rendered).toHaveLength(1);
});

test('[LM6] a request with any cookie gets a page of its own; so does another address of it', async () => {
  await read();
  const carried: Record<string, string>[] = [
    { cookie: ann.cookie },
    { cookie: 'x=1' },
    { rsc: '1' },
    { 'user-agent': 'Googlebot' },
  ];
  for (const headers of carried) await read(undefined, headers);
  await read(`/debates/${debateId}?after=c_a`);
  expect(rendered).toHaveLength(6);
  // By theme one each.
  for (const _ of upTo(3)) await read(undefined, { cookie: 'theme=dark' });
  expect(rendered).toHaveLength(7);
});

test('[LM6] another entry, or another name of someone, is another page', async () => {
  await read();
  await ann.submit(claim('kept'));
  await read();
  expect(rendered).toHaveLength(2);
  const person =
    (await parley().auth.currentPerson(new Headers({ cookie: ann.cookie }))) ?? expect.fail('nobody');
  await parley().personNames.rename(person, 'Anna');
  await read();
  expect(rendered).toHaveLength(3);
});

test('[LM6] [PJ7] an entry that readers may not know of is no other page', async () => {
  await ann.submit(claim('reported'));
  const ben = await join(debateId, 'Ben');
  await read();
  expect(await ben.submit(report('r_one', 'c_reported'))).toMatchObject({ ok: true });
  await read();
  expect(rendered).toHaveLength(1);
});

test('[LM6] an answer that is no page, or sets a cookie, is rendered for each request', async () => {
  answer = (response) => {
    response.statusCode = 503;
  };
  for (const _ of upTo(2)) expect((await read()).got.status).toBe(503);
  answer = (response) => void response.setHeader('set-cookie', 'flash=1');
  for (const _ of upTo(2)) expect((await read()).got.headers.get('set-cookie')).toBe('flash=1');
  // Once to be kept, and that it is not is known then.
  expect(rendered).toHaveLength(5);
});

test('[LM6] a private debate has no page that is kept', async () => {
  const own = await makeOwnDebate('private');
  for (const _ of upTo(2)) await read(`/debates/${own.debateId}`);
  expect(rendered).toHaveLength(2);
});
