import { expect, test } from 'vitest';
import {
  AUDIENCES,
  audienceIn,
  projectEntries,
  projectOwn,
  viewerIn,
} from '../../domain/debate/engine/project.ts';
import { entriesFor, numberForAudience } from '../../domain/debate/projection/audience-entries.ts';
import { sharedTail } from '../../server/realtime/shared-tail.ts';
import { anyDebate, PEOPLE } from '../support/any-debate.ts';
import { howMany } from '../support/how-many.ts';
import { upTo } from '../support/log-node.ts';

test.each(upTo(howMany(6, 30)))(
  '[PJ4] of shared entries everyone gets what was projected for them alone: seed %i',
  (seed) => {
    const debate = anyDebate(seed);
    const { state } = debate;
    for (const cut of [30, 60, debate.entries.length - 3])
      for (const audience of AUDIENCES) {
        const numbered = numberForAudience(debate.stateAt(cut), debate.entries.slice(cut), state);
        const entries = entriesFor(numbered, viewerIn(audience, null));
        const tail = sharedTail(state, audience, cut, () => entries);
        const members = PEOPLE.filter((one) => audienceIn(state, one) === audience);
        for (const who of members)
          expect(tail?.as(who), `${who} from ${cut}`).toEqual({
            entries: projectEntries(entries, state, audience, who),
            own: projectOwn(entries, state, audience, who),
          });
      }
  },
);

test('entries are read and projected once for all who open a debate at one state', () => {
  const { state, entries } = anyDebate(1);
  const [first, more] = [entries.slice(-9), () => expect.unreachable('read twice')];
  const tail = sharedTail(state, 'debaters', 40, () => first);
  expect(sharedTail(state, 'debaters', 40, more)).toBe(tail);
  expect(tail?.as(null).entries).toBe(tail?.as(null).entries);
  expect(sharedTail(state, 'debaters', 41, () => null)).toBeNull();
  expect(sharedTail(state, 'moderators', 40, () => first)).not.toBe(tail);
});

test('of a state only a few tails are kept, whatever places readers name', () => {
  const { state, entries } = anyDebate(2);
  const ask = (from: number) => sharedTail(state, 'debaters', from, () => entries.slice(from));
  const first = ask(0);
  for (let from = 1; from < 8; from += 1) ask(from);
  expect(ask(0)).toBe(first);
  ask(8);
  expect(ask(0)).not.toBe(first);
});
