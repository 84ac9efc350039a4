import { connectLive } from '../support/live-client.ts';
import { expect, test, withServer } from './fixtures.ts';
import { debateIdOf } from './start-debate.ts';
import { waitsForScripts } from './waits-for-scripts.ts';

const server = withServer();

test('writes over HTTP and by a program show on an open board at once', async ({ newPerson }) => {
  const { origin } = server();
  const cookie = await signIn(origin, 'Program');
  const made = await post(origin, '/api/debates', cookie, {
    title: 'Night trains',
    motion: 'Night trains should replace short flights.',
    visibility: 'public',
    positions: [{ name: 'Sleepers', hue: 'teal', summary: '' }],
  });
  expect(made.status).toBe(201);
  const { debateId } = (await made.json()) as { debateId: string };

  const ann = await newPerson('Ann');
  await ann.open(`/debates/${debateId}`);
  const position = await ann.page.locator('[data-item="position"]').getAttribute('id');
  const program = await connectLive(origin, { cookie });
  expect(await program.open(debateId)).toMatchObject({ ok: true });
  const text = 'A bed at ten and a desk at eight leave no day lost.';
  const answer = await program.submit({
    type: 'claim.add',
    claimId: 'c_0000000000000001',
    linkId: 'l_0000000000000001',
    target: { kind: 'position', id: position ?? '' },
    relation: 'support',
    positionId: position,
    text,
    sources: [],
  });
  expect(answer).toMatchObject({ ok: true });
  await expect(ann.claim(text)).toBeVisible();
  await expect(ann.page.getByText('Live · 2 here')).toBeVisible();

  // The pages and the sockets are parts of one server: the first page knows who is on the board.
  const ben = await newPerson('Ben');
  await ben.page.goto('/');
  const entry = ben.page.getByRole('listitem').filter({ hasText: 'Night trains should replace' });
  await expect(entry).toContainText('2 people here now');
  await expect(entry).toContainText('1 claim');
  program.close();
  await expect(ann.page.getByText('Live · 1 here')).toBeVisible();
});

test('a link that is faster than its claim opens it when it comes', async ({ newPerson, seeded }) => {
  const { origin } = server();
  const ann = await newPerson('Ann');
  await ann.open(`${seeded}#c_0000000000000002`);
  await ann.isLive();
  const program = await connectLive(origin, { cookie: await signIn(origin, 'Program') });
  expect(await program.open(debateIdOf(seeded))).toMatchObject({ ok: true });
  const answer = await program.submit({
    type: 'claim.add',
    claimId: 'c_0000000000000002',
    linkId: 'l_0000000000000002',
    target: { kind: 'claim', id: 'c_cutoff-risk' },
    relation: 'support',
    positionId: null,
    text: 'Its link was sent before it.',
    sources: [],
  });
  expect(answer).toMatchObject({ ok: true });
  await expect(ann.panel).toHaveAttribute('data-selected', 'c_0000000000000002');
  await expect(ann.panel).toContainText('Its link was sent before it.');
  program.close();
});

test('a link to a claim opens it, in the outline and on the map', async ({ newPerson, seeded }) => {
  const ann = await newPerson('Ann');
  const id = 'c_interested-and-right';
  await waitsForScripts(ann.page);
  await ann.page.goto(`${seeded}#${id}`);
  await ann.isLive();
  await expect(ann.panel).toHaveAttribute('data-selected', id);
  await expect(ann.board).toHaveAttribute('data-view', 'map');
  await expect(ann.card(id)).toBeInViewport();
  await ann.show('Outline');
  await expect(ann.row(id)).toBeInViewport();
});

async function signIn(origin: string, name: string): Promise<string> {
  const answer = await post(origin, '/api/guest', '', { name });
  expect(answer.status).toBe(200);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

function post(origin: string, path: string, cookie: string, body: unknown): Promise<Response> {
  const headers = { origin, cookie, 'content-type': 'application/json' };
  return fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}
