import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { packSnapshot } from '#domain/debate/engine/packed-snapshot.ts';
import { audienceIn, projectOwnPart, projectState } from '#domain/debate/engine/project.ts';
import { fromSnapshot, toSnapshot } from '#domain/debate/engine/snapshot.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { cursorFor } from '#domain/debate/projection/audience-sequence.ts';
import { projectAuthorship } from '#domain/debate/projection/authorship.ts';
import { frontOf } from '#domain/protocol/front-of.ts';
import { decodeInitialState, type InitialState } from '#domain/protocol/initial-state.ts';
import { decodeWelcome, type SentSnapshot } from '#domain/protocol/welcome-wire.ts';
import { anyDebate, PEOPLE } from '../../support/any-debate.ts';
import { aDebate, everythingOf } from '../../support/debate-builder.ts';

/** A debate as its page carries it for a person. */
function openingOf(state: DebateState, who: string | null): InitialState {
  const audience = audienceIn(state, who);
  const { votes, ratings = [] } = toSnapshot(projectState(state, audience, who));
  return {
    debateId: 'd',
    participantId: who,
    people: [],
    votes,
    ratings,
    zipped: false,
    packed: packSnapshot(toSnapshot(projectState(state, audience, null))),
    cursor: cursorFor(state, who),
    fragment: projectOwnPart(state, audience, who),
    authorship: projectAuthorship(state, audience, who),
  };
}

describe('the debate that a page or a connection begins with', () => {
  test.each([
    ['shown', 1],
    ['shown', 2],
    ['anonymous', 3],
    ['anonymous', 4],
  ] as const)(
    'is what the person sees, from what their audience sees and a part of their own: names %s, seed %i',
    (names, seed) => {
      const { state } = anyDebate(seed, names);
      for (const who of [...PEOPLE, null]) {
        const opening = openingOf(state, who);
        const seen = everythingOf(projectState(state, audienceIn(state, who), who));
        expect(everythingOf(finish(decodeInitialState(opening)))).toEqual(seen);
        const { packed, cursor = cursorFor(state, who), votes, ratings, fragment, authorship } = opening;
        const frame = { after: 0, to: 0, at: 0, entries: [] };
        const sent: SentSnapshot = {
          kind: 'packed',
          packed: '',
          cursor,
          votes,
          ratings,
          fragment,
          authorship,
          frame,
          rewound: true,
        };
        const welcome = { ok: true, state: sent } as unknown as Parameters<typeof decodeWelcome>[0];
        const { state: decoded, ...rest } = decodeWelcome(welcome, sent, packed.join(''));
        expect(rest).toEqual({ ok: true });
        if (decoded.kind !== 'snapshot') throw new Error('no snapshot');
        expect(decoded).toMatchObject({ frame, rewound: true });
        expect(everythingOf(fromSnapshot(decoded.snapshot))).toEqual(seen);
      }
    },
  );

  test('for its first cards has the person’s own votes and ratings on these', () => {
    const { state } = aDebate()
      .does('emil', { type: 'link.weigh', linkId: 'l-a', weight: 3 })
      .does('emil', { type: 'link.weigh', linkId: 'l-b', weight: 2 })
      .does('emil', { type: 'claim.react', claimId: 'c-a', reaction: 'unclear' })
      .does('emil', { type: 'vote.cast', claimId: 'c-u', answer: 'agree', wording: 1 });
    const opening = openingOf(state, 'emil');
    const excerpt = { packed: [], branches: [['c-a', ['c-b'], 1, 0, 2] as const] };
    const first = frontOf(state, opening, excerpt);
    expect(first).toEqual({
      debateId: 'd',
      participantId: 'emil',
      people: [],
      excerpt,
      cursor: opening.cursor,
      votes: [['c-a', 'emil', 'agree', 1]],
      ratings: [
        ['c-a', 'emil', 3, ''],
        ['l-a', 'emil', 3, 'support east'],
      ],
    });
    const all = { ...opening, ratings: [...opening.ratings, ['l-a', 'dana', 1, 'support east'] as const] };
    const { cursor: _, ...stage } = {
      ...all,
      votes: [...opening.votes, ['c-a', 'dana', 'pass', 1] as const],
    };
    const { cursor: __, ...without } = first;
    expect(frontOf(state, stage, excerpt)).toEqual(without);
  });
});
