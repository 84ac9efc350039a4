import { expect, onTestFinished, test } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { projectState } from '../../domain/debate/engine/project.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { HUES } from '../../domain/debate/positions/position.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { DebateLists } from '../../server/services/debates/debate-lists.ts';
import { DebateSearch } from '../../server/services/debates/debate-search.ts';
import { ReceivedStates } from '../../server/services/debates/received-states.ts';
import { Participants } from '../../server/services/participants/participants.ts';
import { startDatabase } from '../support/database.ts';
import { aDebate, agree, hide, newClaim, report } from '../support/debate-builder.ts';
import { addClaim, makeDebate, startLogNode, submitAs } from '../support/log-node.ts';

const AUDIENCES = ['readers', 'debaters', 'moderators'] as const;

test('[PJ7] a state serves an audience until something happens that it may know', () => {
  const debate = aDebate().does('olga', hide('c-a'));
  const received = new ReceivedStates();
  const states = () => AUDIENCES.map((audience) => received.of(debate, audience));
  const first = states();
  // Only moderators know of a report, and of what is done below something hidden.
  debate.does('dana', report('r-n', 'c-b'));
  debate.does('mona', newClaim('n', 'c-a'), agree('c-a'));
  const second = states();
  for (const [nth, audience] of AUDIENCES.entries()) {
    expect(second[nth] === first[nth], audience).toBe(audience !== 'moderators');
    const [then, now] = [second[nth] ?? expect.fail(audience), debate.state];
    expect(toSnapshot(projectState(then, audience, null))).toEqual(
      toSnapshot(projectState(now, audience, null)),
    );
  }
  debate.does('dana', newClaim('m', 'east'));
  for (const state of states()) expect(state).toBe(debate.state);
  debate.does('olga', { type: 'debate.configure', names: 'pseudonyms' });
  for (const state of states()) expect(state).toBe(debate.state);
});

/** Public debates, each with a claim about wombats; and a search of them that counts projections, and keeps so many characters; others have no claim. */
async function searchOf(ids: readonly string[], kept?: number, empty: readonly string[] = []) {
  const { database, stop } = await startDatabase();
  onTestFinished(stop);
  const log = new DatabaseLog(database);
  for (const id of [...ids, ...empty]) await makeDebate(log, id, ['dana']);
  const { rooms, room } = startLogNode(log);
  const participants = new Participants(database, () => undefined);
  const debateLists = new DebateLists({ database, rooms, participants, presentIn: () => 0, now: Date.now });
  let projections = 0;
  const project: typeof projectState = (...of) => {
    // The sample debate is searched too.
    if (of[0].head?.title === 'Trade') projections += 1;
    return projectState(...of);
  };
  const search = new DebateSearch({ rooms, participants, debateLists }, project, kept);
  const does = async (id: string, who: string, operation: Operation) => {
    const open = await room(id);
    expect(await submitAs(open, who, open.state.seq, operation)).toMatchObject({ ok: true });
  };
  for (const id of ids) await does(id, 'dana', addClaim('one', 'A wombat stands'));
  const wombats = async () =>
    (await search.find(null, { words: 'wombat', author: '', position: '', trait: null })).shown;
  return { does, wombats, projections: () => projections };
}

test('[PJ7] a search reads a debate again only after something happened that its readers may know', async () => {
  const { does, wombats, projections } = await searchOf(['d_wombats']);
  expect(await wombats()).toMatchObject([{ count: 1 }]);
  const before = projections();
  await does('d_wombats', 'm_owner', report('r_n', 'c_one'));
  expect(await wombats()).toMatchObject([{ count: 1 }]);
  expect(projections()).toBe(before);
  await does('d_wombats', 'dana', addClaim('two', 'Another wombat'));
  expect(await wombats()).toMatchObject([{ count: 2 }]);
  expect(projections()).toBe(before + 1);
});

/** Counts the projections of these searches. */
async function readBy({ wombats, projections }: Awaited<ReturnType<typeof searchOf>>): Promise<number> {
  const before = projections();
  await wombats();
  return projections() - before;
}

test('a search keeps debates up to a number of characters, comments included', async () => {
  const searched = await searchOf(['d_one', 'd_two', 'd_three'], 6_000);
  const on = { kind: 'claim', id: 'c_one' } as const;
  const text = 'A burrow. '.repeat(450);
  expect(await readBy(searched)).toBe(3);
  expect(await readBy(searched)).toBe(0);
  // With its comment one is too large: it is read to be searched, and to show what was found. The others stay.
  await searched.does('d_two', 'dana', { type: 'comment.add', commentId: 'm_1', on, replyTo: null, text });
  expect(await readBy(searched)).toBe(2);
  expect(await readBy(searched)).toBe(2);
});

test('a search keeps debates without a claim up to a number, too', async () => {
  const empty = ['d_two', 'd_three', 'd_four', 'd_five'];
  const all = await searchOf(['d_one'], 20_000, empty);
  expect(await readBy(all)).toBe(5);
  expect(await readBy(all)).toBe(0);
  const some = await searchOf(['d_one'], 4_000, empty);
  await some.wombats();
  expect(await readBy(some)).toBeGreaterThan(2);
});

test('records without words that are searched count, too', async () => {
  const searched = await searchOf(['d_one'], 2_000);
  expect(await readBy(searched)).toBe(1);
  expect(await readBy(searched)).toBe(0);
  for (const [nth, hue] of HUES.slice(0, 7).entries())
    await searched.does('d_one', 'm_owner', {
      type: 'position.add',
      positionId: `p_${nth}`,
      name: `Position ${nth}`,
      hue,
      summary: '',
    });
  expect(await readBy(searched)).toBe(2);
  expect(await readBy(searched)).toBe(2);
});
