import { expect, test } from 'vitest';
import { parley } from '../../server/handle.ts';
import type { DebateSearchQuery, FoundInDebate } from '../../server/services/debates/search-steps.ts';
import { claim, connect, join, makeDebate, makeOwnDebate, withTestServer } from '../support/live-debates.ts';

const server = withTestServer();

const NOTHING: DebateSearchQuery = { words: '', author: '', position: '', trait: null };

async function find(wish: Partial<DebateSearchQuery>, cookie = ''): Promise<readonly FoundInDebate[]> {
  const person = cookie ? await parley().auth.currentPerson(new Headers({ cookie })) : null;
  return (await parley().debateSearch.find(person, { ...NOTHING, ...wish })).shown;
}

const textsOf = (found: readonly FoundInDebate[]) =>
  found.flatMap(({ hits }) => hits.map(({ text }) => text.map((one) => one.text).join('')));

/** A debate with one claim in it. */
async function aDebateWith(text: string, visibility: 'public' | 'unlisted' | 'private' = 'public') {
  const { debateId, cookie } = await makeOwnDebate(visibility);
  const owner = await connect({ cookie });
  await owner.open(debateId);
  expect(await owner.submit(claim('one', text))).toMatchObject({ ok: true });
  return { debateId, cookie, owner };
}

test('[SE5] only readable debates are searched, in any script', async () => {
  const open = await aDebateWith('The pangolín of 关税');
  const hidden = await aDebateWith('A pangolin in private', 'private');
  const unlisted = await aDebateWith('A pangolin unlisted', 'unlisted');
  expect(textsOf(await find({ words: 'PANGOLIN' }))).toEqual(['The pangolín of 关税']);
  expect(textsOf(await find({ words: '关税' }))).toEqual(['The pangolín of 关税']);
  const otto = await server().signIn('Otto');
  expect((await find({ words: 'pangolin' }, otto)).map(({ debateId }) => debateId)).toEqual([open.debateId]);
  for (const { debateId, cookie } of [hidden, unlisted]) {
    const found = await find({ words: 'pangolin' }, cookie);
    expect(found.map((one) => one.debateId).sort()).toEqual([debateId, open.debateId].sort());
  }
  const [one] = await find({ words: 'pangolin' });
  expect(one?.hits[0]?.text.filter(({ found }) => found).map(({ text }) => text)).toEqual(['pangolín']);
});

test('[SE5] hidden, blind and pending content is in no result and no count, even for its author and the owner', async () => {
  const { debateId, owner, cookie } = await aDebateWith('A wombat stands');
  const dana = await join(debateId, 'Dana');
  await dana.submit(claim('two', 'A second wombat'));
  const count = async (own = '') => (await find({ words: 'wombat' }, own))[0]?.count;
  expect(await count()).toBe(2);
  await owner.submit({ type: 'content.hide', ids: ['c_two'], reason: 'spam', note: '' });
  for (const own of ['', dana.cookie, cookie]) expect(await count(own)).toBe(1);
  await owner.submit({ type: 'content.restore', ids: ['c_two'] });
  expect(await count()).toBe(2);
  await owner.submit({ type: 'debate.configure', approval: ['debater'] });
  await dana.submit(claim('three', 'A third wombat'));
  for (const own of ['', dana.cookie]) expect(await count(own)).toBe(2);
});

test('[SE5] a debate that a person was removed from is no longer searched', async () => {
  const { debateId, owner } = await aDebateWith('An axolotl swims', 'unlisted');
  const dana = await join(debateId, 'Dana');
  expect(await find({ words: 'axolotl' }, dana.cookie)).toHaveLength(1);
  await owner.submit({
    type: 'participant.setMembership',
    participantId: dana.id,
    membership: 'removed',
    reason: 'other',
  });
  expect(await find({ words: 'axolotl' }, dana.cookie)).toEqual([]);
});

test('[SE5] a public debate is not searched for a person banned from it', async () => {
  const { debateId, owner } = await aDebateWith('A narwhal dives');
  const dana = await join(debateId, 'Dana');
  await owner.submit({
    type: 'participant.setMembership',
    participantId: dana.id,
    membership: 'removed',
    reason: 'other',
  });
  expect(await find({ words: 'narwhal' }, dana.cookie)).toHaveLength(1);
  await owner.submit({
    type: 'participant.setMembership',
    participantId: dana.id,
    membership: 'banned',
    reason: 'other',
  });
  expect(await find({ words: 'narwhal' }, dana.cookie)).toEqual([]);
  expect(await find({ words: 'narwhal' })).toHaveLength(1);
});

test('[SE5] people are found by the names that readers see', async () => {
  const { debateId, owner } = await aDebateWith('A quokka smiles');
  const emil = await join(debateId, 'Émile Zolá');
  await emil.submit(claim('by', 'Another quokka'));
  expect(textsOf(await find({ words: 'quokka', author: 'emile' }))).toEqual(['Another quokka']);
  expect((await find({ words: 'quokka', author: 'emile' }))[0]?.hits[0]?.author).toBe('Émile Zolá');
  expect(textsOf(await find({ words: 'quokka', position: 'yes' }))).toHaveLength(2);
  // All connections end with it, this one too.
  await owner.submit({ type: 'debate.configure', names: 'anonymous' }).catch(() => null);
  await expect.poll(() => find({ words: 'quokka', author: 'emile' })).toEqual([]);
  expect((await find({ words: 'quokka' }))[0]?.hits.map(({ author }) => author)).toEqual([null, null]);
});

test('[SE5] the facts that filter claims are in the answer, and are as new as the debate', async () => {
  const { debateId, owner } = await aDebateWith('An okapi walks');
  const on = { kind: 'claim', id: 'c_one' } as const;
  await owner.submit({ type: 'comment.add', commentId: 'm_1', on, replyTo: null, text: 'Like a giraffe' });
  expect((await find({ words: 'giraffe' }))[0]).toMatchObject({
    debateId,
    count: 1,
    hits: [{ beside: true }],
  });
  await owner.submit({ type: 'comment.withdraw', commentId: 'm_1' });
  expect(await find({ words: 'giraffe' })).toEqual([]);
  expect(await find({})).toEqual([]);
});

test('[SE7] other forms of a word are found, the debate that fits best first; [SE8] a typing error is forgiven', async () => {
  const form = await aDebateWith('All wapitis that live here are fed at the same time of the day');
  const word = await aDebateWith('One wapiti that lives here is fed at the same time of the day');
  await aDebateWith('One wapitixy is a part of a word that nobody has ever looked for');
  const found = await find({ words: 'wapiti' });
  expect(found.slice(0, 2).map(({ debateId }) => debateId)).toEqual([word.debateId, form.debateId]);
  expect(found).toHaveLength(3);
  const marked = (of: readonly FoundInDebate[]) =>
    of.map(({ hits }) => hits.flatMap(({ text }) => text.filter((one) => one.found).map((one) => one.text)));
  expect(marked(await find({ words: 'wapitis living' }))).toEqual([
    ['wapitis', 'live'],
    ['wapiti', 'lives'],
  ]);
  expect(marked(await find({ words: 'wpaiti lives' }))).toContainEqual(['wapiti', 'lives']);
  expect(await find({ words: 'wpaixyz lives' })).toEqual([]);
});

test('[SE5] a page of results has 20 debates, and says how many more there are', async () => {
  for (let made = 0; made < 21; made += 1) await makeDebate();
  const page = (nth: number) => parley().debateSearch.find(null, { ...NOTHING, words: 'yes' }, nth);
  const first = await page(1);
  expect(first.shown).toHaveLength(20);
  expect(first).toMatchObject({ page: 1, later: first.debates - 20 });
  const second = await page(2);
  expect(second).toMatchObject({ count: first.count, debates: first.debates, page: 2 });
  const ids = [first, second].flatMap(({ shown }) => shown.map(({ debateId }) => debateId));
  expect(new Set(ids).size).toBe(Math.min(40, first.debates));
  const last = await page(1_000_000);
  expect(last).toMatchObject({ page: Math.ceil(first.debates / 20), later: 0 });
  expect(last.shown).toHaveLength(first.debates % 20 || 20);
});
