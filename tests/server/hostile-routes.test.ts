import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parley } from '../../server/handle.ts';
import { ROUTE_BODIES } from '../support/access-matrix.ts';
import { sampleOf } from '../support/how-many.ts';
import { makeOwnDebate, withTestServer } from '../support/live-debates.ts';

const server = withTestServer();

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const API = join(import.meta.dirname, '../../app/api');
/** Text that no database stores: NUL and halves of surrogate pairs, in the middle and at the ends. */
const HOSTILE = ['a\0b', '\0', '\ud800', 'x\udc00', '\udfff\ud800'];
/** Fields that forms of ours have. */
const FORM_FIELDS = [
  'name',
  'mail',
  'password',
  'code',
  'token',
  'id',
  'person',
  'returnTo',
  'days',
  'wanted',
  'scope-read',
];

const routes = new Map<string, Handler>();
let debateId: string;
let cookie: string;

beforeAll(async () => {
  const files = readdirSync(API, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('route.ts'),
  );
  for (const file of files) {
    const module = (await import(join(API, file))) as Record<string, Handler>;
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      if (module[method]) routes.set(`${method} /api/${file.replace('/route.ts', '')}`, module[method]);
  }
  ({ debateId } = await makeOwnDebate('public'));
  const { people, auth } = parley();
  const userId = await people.create({ name: 'Ann', email: 'ann@example.org' });
  cookie = (await auth.signIn(userId, 'mail', new Headers()))[0]?.split(';')[0] ?? '';
});

/** Each copy of something in which one text, or the name of one field, is hostile. */
function hostileCopies(value: unknown, hostile: string): unknown[] {
  if (typeof value === 'string') return [hostile];
  if (Array.isArray(value))
    return value.flatMap((part, at) =>
      hostileCopies(part, hostile).map((copy) => value.toSpliced(at, 1, copy)),
    );
  if (typeof value !== 'object' || value === null) return [];
  const inFields = Object.entries(value).flatMap(([name, part]) =>
    hostileCopies(part, hostile).map((copy) => ({ ...value, [name]: copy })),
  );
  return [...inFields, { ...value, [hostile]: 'x' }];
}

async function send(name: string, handler: Handler, type: string, body: string): Promise<Response> {
  const [method = '', path = ''] = name.split(' ');
  const { origin } = server();
  const headers = { host: new URL(origin).host, origin, cookie, 'content-type': type };
  const sent = new Request(origin + path.replace('[...auth]', 'callback/guest'), {
    method,
    headers,
    body,
  });
  const params = Promise.resolve({
    id: debateId,
    invitationId: 'i_none',
    webhookId: 'w_none',
    claimId: 'c_none',
    groupDebateId: 'd_none',
  });
  return handler(sent, { params });
}

describe('[RL6] text that no database stores', () => {
  test('is refused with 400 and a reason by every route that reads JSON fields, wherever it stands', async () => {
    const kinds = sampleOf(HOSTILE, 2);
    let refused = 0;
    for (const [name, handler] of routes) {
      const fields = Object.fromEntries(FORM_FIELDS.map((field) => [field, 'x']));
      const sound = ROUTE_BODIES[name] ?? fields;
      for (const hostile of kinds)
        for (const body of hostileCopies(sound, hostile)) {
          const answer = await send(name, handler, 'application/json', JSON.stringify(body));
          expect(answer.status, `${name} ${JSON.stringify(body)}`).toBeLessThan(500);
          const { ok, rejection } =
            answer.status === 204 ? { ok: true, rejection: null } : await answer.json();
          if (rejection?.code === 'text_malformed') {
            expect(answer.status).toBe(400);
            refused += 1;
          }
          // Input that is neither read nor written may be hostile; nothing else is done with it.
          if (ok) expect(name).toMatch(/signout|auth\/\[|end-all|notes\/read|account\/device|unsubscribe/);
        }
    }
    // The routes have at least 60 fields for each kind.
    expect(refused).toBeGreaterThan(60 * kinds.length);
  });

  test('sends a form without scripts back to its page, which says so', async () => {
    for (const [name, handler] of routes) {
      const fields = new URLSearchParams(FORM_FIELDS.map((field) => [field, 'a\0b']));
      const answer = await send(name, handler, 'application/x-www-form-urlencoded', String(fields));
      expect(answer.status, name).toBeLessThan(500);
    }
    const guest = routes.get('POST /api/guest') ?? expect.fail('no route');
    const answer = await send('POST /api/guest', guest, 'application/x-www-form-urlencoded', 'name=a%00b');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in']);
    const flash = answer.headers.get('set-cookie')?.match(/parley-message=([^;]+)/)?.[1] ?? '';
    expect(JSON.parse(Buffer.from(flash, 'base64url').toString()).refused).toEqual({
      code: 'text_malformed',
    });
  });

  test('is no way in for TRACE, which would repeat headers to a script', async () => {
    const answered = new Promise<number>((resolve, reject) => {
      const asking = request(server().origin, { method: 'TRACE', path: '/' }, (answer) =>
        resolve(answer.statusCode ?? 0),
      );
      asking.on('error', reject);
      asking.end();
    });
    expect(await answered).toBe(405);
  });

  test('in an address is refused before any route', async () => {
    for (const path of [
      '/api/debates/d%00/history?at=1',
      '/api/debates/d/history?at=%00',
      '/api/unsubscribe?token=a%00',
      '/?q=%00',
    ])
      expect((await fetch(server().origin + path)).status, path).toBe(400);
  });
});
