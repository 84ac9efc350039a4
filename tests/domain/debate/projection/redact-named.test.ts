import { expect, test } from 'vitest';
import { audienceIn, viewerIn } from '#domain/debate/engine/project.ts';
import { redactForAuthor, unseenNamed } from '#domain/debate/projection/redact-named.ts';
import {
  acceptWording,
  aDebate,
  agree,
  type DebateBuilder,
  hide,
  join,
  newClaim,
  SPLIT,
  suggest,
} from '#tests/support/debate-builder.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';

/** The latest effect as its author keeps it in a file. */
function kept({ state, entries }: DebateBuilder): object {
  const { author, effect } = entries.at(-1) ?? expect.fail('nothing was done');
  const viewer = viewerIn(audienceIn(state, author), author);
  const unseen = unseenNamed(effect, state, viewer);
  return redactForAuthor(effect, (id) => !unseen.includes(id));
}

/** Dana has split c-a in two, and c-b went to the part. */
const divided = () => aDebate().does('dana', SPLIT);

test('[PD10] the file of a person has no number of votes: not of a claim joined, split or reworded again', () => {
  const joined = divided().does('emil', agree('c-a', 2)).does('dana', join('c-a', 'c-two'));
  expect(joined.entries.at(-1)?.effect).toMatchObject({ back: { wording: 1, earlier: 1 } });
  expect(kept(joined)).toMatchObject({ type: 'claim.joined', back: { wording: 1 } });
  expect(kept(joined)).not.toHaveProperty('back.earlier');
  const again = joined.does('emil', agree('c-a', 1)).does('dana', SPLIT);
  expect(again.entries.at(-1)?.effect).toMatchObject({ back: { wording: 2, earlier: 1 } });
  expect(kept(again)).not.toHaveProperty('back.earlier');
  const suggested = again
    .does('susi', suggest('w-1', 'c-a', ['one', 'one two three']))
    .does('dana', acceptWording('w-1', 'one'));
  expect(suggested.entries.at(-1)?.effect).toMatchObject({
    type: 'suggestion.settled',
    back: { wording: 1 },
  });
  expect(kept(suggested)).not.toHaveProperty('back.earlier');
});

test('[PD10] arguments that are hidden from a person are not named as taken or returned', () => {
  expect(kept(divided())).toMatchObject({ taken: [{ linkId: 'l-b' }] });
  expect(kept(divided().does('olga', hide('c-b')).does('dana', join('c-a', 'c-two')))).toMatchObject({
    parts: ['c-two'],
    returned: [],
  });
  const own = divided().does('olga', hide('c-b')).does('emil', newClaim('e', 'c-b'));
  expect(kept(own)).toMatchObject({ type: 'claim.added', claimId: 'c-e' });
});

test('[PD10] a board that was cleared no longer says which of its arguments were hidden: none is named', () => {
  const debate = divided().does('dana', join('c-a', 'c-two'));
  const { effect } = debate.entries.at(-1) ?? expect.fail('nothing was done');
  const { state } = debate.does('olga', { type: 'debate.clear' });
  const unseen = unseenNamed(effect, state, viewerIn(audienceIn(state, 'dana'), 'dana'));
  expect(redactForAuthor(effect, (id) => !unseen.includes(id))).toMatchObject({
    parts: ['c-two'],
    returned: [],
  });
});

test('[PD10] a moderator who ended a blind phase is not given the list of what others wrote in it', () => {
  const debate = aDebate()
    .does('olga', setAgenda([WRITING, OPEN]), turnTo('p-write'))
    .does('emil', newClaim('e', 'east'))
    .does('olga', turnTo('p-open', 'p-write'));
  expect(debate.entries.at(-1)?.effect).toMatchObject({ revealed: ['c-e'] });
  expect(kept(debate)).not.toHaveProperty('revealed');
});
