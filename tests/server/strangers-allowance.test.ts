import { expect, test } from 'vitest';
import { POST as bring } from '../../app/api/debates/[id]/groups/[groupDebateId]/bring/route.ts';
import { ALLOWANCES } from '../../server/limits/allowances.ts';
import { claim, join, makeDebate, vote, withTestServer } from '../support/live-debates.ts';
import { upTo } from '../support/log-node.ts';

const server = withTestServer();

function request(path: string, cookie: string, body: unknown): Request {
  const { origin } = server();
  return new Request(`${origin}${path}`, {
    method: 'POST',
    headers: { host: new URL(origin).host, origin, 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
}

test('a stranger uses up nothing of what a debate is allowed', async () => {
  const debateId = await makeDebate();
  const ann = await join(debateId, 'Ann');
  expect(await ann.submit(claim('a'))).toMatchObject({ ok: true });
  const eve = await server().signIn('Eve');
  const claims = upTo(1_000).map((n) => `c_${n}`);
  const { burst } = ALLOWANCES.operations.debate;
  const asked = upTo(Math.ceil(burst / claims.length) + 2).map(async () => {
    const params = Promise.resolve({ id: debateId, groupDebateId: 'none' });
    const path = `/api/debates/${debateId}/groups/none/bring`;
    return bring(request(path, eve, { claims }), { params });
  });
  for (const answer of await Promise.all(asked)) expect(answer.status).toBe(404);
  expect(await ann.submit(vote('a', 'agree'))).toMatchObject({ ok: true });
});
