import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { packSnapshot } from '#domain/debate/engine/packed-snapshot.ts';
import {
  audienceIn,
  projectEntries,
  projectOwn,
  projectOwnPart,
  projectState,
  projectVotes,
  viewerIn,
} from '#domain/debate/engine/project.ts';
import { ratingsOf, toSnapshot, votesOf } from '#domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { mayChangeProjection } from '#domain/debate/participants/access.ts';
import { entriesFor, numberForAudience } from '#domain/debate/projection/audience-entries.ts';
import { cursorFor } from '#domain/debate/projection/audience-sequence.ts';
import { participantsWithOwnEntries } from '#domain/debate/projection/own-again.ts';
import { participantsWithOwnFrame } from '#domain/debate/projection/reprojected.ts';
import { decodeInitialState } from '#domain/protocol/initial-state.ts';
import { anyDebate, PEOPLE } from '#tests/support/any-debate.ts';
import { everythingOf } from '#tests/support/debate-builder.ts';
import { howMany } from '#tests/support/how-many.ts';

const SEEDS = Array.from({ length: howMany(5, 40) }, (_, seed) => seed);

describe('[PJ4] with contributions hidden and shown again', () => {
  test.each(SEEDS)('a projection and the entries after it make the later projection: seed %i', (seed) => {
    const debate = anyDebate(seed);
    const cuts = Array.from({ length: debate.entries.length }, (_, cut) => cut).filter((cut) => cut > 20);
    const states = [EMPTY_STATE];
    for (const entry of debate.entries) states.push(evolveAll(states.at(-1) ?? EMPTY_STATE, [entry]));
    for (const who of [...PEOPLE, null]) {
      const expected = everythingOf(debate.projection(who));
      // A person whose role changes starts from a snapshot.
      const anew = debate.entries.findLastIndex((entry) => mayChangeProjection(entry, who));
      for (const cut of cuts.filter((one) => one > anew)) {
        const { entries, own = [], to, at } = debate.frame(who, cut);
        const sent = JSON.parse(JSON.stringify([...entries, ...own]));
        const folded = evolveAll(debate.projection(who, states[cut]), sent);
        const state: DebateState = { ...folded, seq: to, at };
        expect(everythingOf(state), `${who} from ${cut}`).toEqual(expected);
      }
    }
  });

  test.each(SEEDS)(
    'a participant without a frame of their own sees what their audience sees: seed %i',
    (seed) => {
      const debate = anyDebate(seed);
      for (const cut of [30, 60, debate.entries.length - 3, debate.entries.length - 1]) {
        const apart = participantsWithOwnFrame(debate.entries.slice(cut), debate.state);
        const withOwn = participantsWithOwnEntries(debate.entries.slice(cut), debate.state);
        for (const who of PEOPLE.filter((one) => !apart.has(one))) {
          const before = evolveAll(EMPTY_STATE, debate.entries.slice(0, cut));
          const all = numberForAudience(before, debate.entries.slice(cut), debate.state);
          // They get what was only theirs for a while entry by entry.
          if (all.some(({ knowers }) => knowers?.persons.includes(who))) continue;
          const audience = audienceIn(debate.state, who);
          const entries = entriesFor(all, viewerIn(audience, null));
          const shared = projectEntries(entries, debate.state, audience);
          // Put into the shared frame for who has something of their own beside it.
          const own = projectOwn(entries, debate.state, audience, who);
          expect(debate.frame(who, cut), who).toMatchObject({ entries: shared, own });
          if (!withOwn.has(who)) expect(own, who).toEqual([]);
        }
      }
    },
  );
});

test.each(SEEDS)('[PJ6] a page brings along what its reader sees beyond the audience: seed %i', (seed) => {
  const { state } = anyDebate(seed);
  for (const who of PEOPLE) {
    const audience = audienceIn(state, who);
    const packed = packSnapshot(toSnapshot(projectState(state, audience, null)));
    const votes = votesOf(projectVotes(state, audience, who));
    const ratings = ratingsOf(projectState(state, audience, who).ratings);
    const fragment = projectOwnPart(state, audience, who);
    const opening = {
      debateId: 'd',
      packed,
      cursor: cursorFor(state, who),
      votes,
      ratings,
      fragment,
      participantId: who,
      people: [],
      authorship: null,
      zipped: false,
    };
    const opened = finish(decodeInitialState(JSON.parse(JSON.stringify(opening))));
    expect(everythingOf(opened)).toEqual(everythingOf(projectState(state, audience, who)));
  }
});
