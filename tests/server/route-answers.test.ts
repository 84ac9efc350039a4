import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as activity } from '../../app/api/debates/[id]/activity/route.ts';
import { GET as wordings } from '../../app/api/debates/[id]/claims/[claimId]/wordings/route.ts';
import { GET as history } from '../../app/api/debates/[id]/history/route.ts';
import { GET as opinions } from '../../app/api/debates/[id]/opinions/route.ts';
import { GET as perspectives } from '../../app/api/debates/[id]/perspectives/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { GET as count } from '../../app/api/notes/count/route.ts';
import { GET as notes } from '../../app/api/notes/route.ts';
import { type AnsweredRoute, parseAnswer } from '../../domain/protocol/route-answers.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const PARAMS = { id: 'made-in-china-2025', claimId: 'c_leverage-works' };

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.stop());

type Get = (request: Request, context: { params: Promise<typeof PARAMS> }) => Promise<Response>;

function get(path: string): Request {
  const { host } = new URL(server.origin);
  return new Request(`${server.origin}${path}`, { headers: { host } });
}

const ROUTES: readonly (readonly [AnsweredRoute, Get])[] = [
  ['GET /api/debates/[id]/activity', activity],
  ['GET /api/debates/[id]/claims/[claimId]/wordings', wordings],
  ['GET /api/debates/[id]/history', history],
  ['GET /api/debates/[id]/opinions', opinions],
  ['GET /api/debates/[id]/perspectives', perspectives],
  ['GET /api/notes', notes],
  ['GET /api/notes/count', count],
];

test.each(ROUTES)('%s answers as its schema says', async (route, handle) => {
  const response = await handle(get(route.slice(4)), { params: Promise.resolve(PARAMS) });
  const answer = parseAnswer(route, await response.json());
  expect(answer.ok).toBe(true);
  expect(Object.keys(answer).length).toBeGreaterThan(1);
});

test('a refusal of a route is read as one', async () => {
  const { host } = new URL(server.origin);
  const headers = { host, origin: server.origin, 'content-type': 'application/json' };
  const request = new Request(`${server.origin}/api/guest`, { method: 'POST', headers, body: '{"name":""}' });
  const answer = parseAnswer('POST /api/guest', await (await signInGuest(request)).json());
  expect(answer).toEqual({ ok: false, rejection: { code: 'text_empty' } });
});
