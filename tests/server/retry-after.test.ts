import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { POST as makeDebate } from '../../app/api/debates/route.ts';
import { parley } from '../../server/handle.ts';
import { refusalResponse } from '../../server/http/answers/refusal-response.ts';
import type { Pages } from '../../server/http/next-pages.ts';
import { ALLOWANCES } from '../../server/limits/allowances.ts';
import { withTestServer } from '../support/live-debates.ts';
import { noPages } from '../support/no-pages.ts';
import { startTestServer } from '../support/test-server.ts';

/** Hands each request to the route that makes debates, as Next does. */
const routed = (): Pages => ({
  ...noPages(),
  handle: async (request, response) => {
    const { headers } = new Request(server().origin, { headers: request.headers as Record<string, string> });
    const body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    const answer = await makeDebate(new Request(server().origin, init));
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  },
});

const server = withTestServer(() => startTestServer({ pages: routed }));

test('[LM4] a route that counts too many requests says when there is room again', async () => {
  const { origin, signIn } = server();
  const cookie = await signIn('Ann');
  const person = (await parley().auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('nobody');
  while (parley().limits.take('debates', person.id));
  const debate = { title: 'Tea', motion: 'Tea is better', positions: [], visibility: 'unlisted' };
  const answer = await fetch(`${origin}/api/debates`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/json' },
    body: JSON.stringify(debate),
  });
  expect([answer.status, await answer.json()]).toEqual([429, { ok: false, rejection: { code: 'too_fast' } }]);
  const seconds = Number(answer.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(1 / ALLOWANCES.debates.person.perSecond / 2);
  expect(seconds).toBeLessThanOrEqual(Math.ceil(1 / ALLOWANCES.debates.person.perSecond));
});

test.each([
  ['too_fast', '5'],
  ['too_many_attempts', '60'],
  ['busy', '5'],
  ['email_limit_reached', null],
  ['not_allowed', null],
] as const)('[LM4] a refusal %s without a known wait has the Retry-After %s', (code, seconds) => {
  expect(refusalResponse(code).headers.get('retry-after')).toBe(seconds);
});
