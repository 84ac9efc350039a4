import { expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import {
  aDebate,
  articleOf,
  cite,
  comment,
  type DebateBuilder,
  editTo,
  newClaim,
  SOURCE,
  seal,
  targetOf,
} from '#tests/support/debate-builder.ts';
import { later } from '#tests/support/later.ts';
import { ask } from '#tests/support/made-questions.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '#tests/support/phased-debate.ts';
import { stateChanges } from '#tests/support/state-changes.ts';

/** Dana and emil write at different times of a blind phase; then it is over. */
function written(): DebateBuilder {
  const blind = { ...WRITING, may: ['add', 'edit', 'comment', 'vote'] } as const;
  const debate = aDebate().does('olga', setAgenda([blind, OPEN]), turnTo(WRITING.id));
  later(debate, 10).does('dana', newClaim('n', 'east', { text: 'one two' }), newClaim('o', 'c-n'));
  later(debate, 10).does('dana', { ...SOURCE, sourceId: 's-n' }, cite('c-n', 's-n'));
  later(debate, 10).does('olga', { ...SOURCE, sourceId: 's-o' }, articleOf('s-o', ['', 'Shade']));
  later(debate, 10).does('emil', newClaim('e', 'west'), comment({ commentId: 'm-e', on: targetOf('c-e') }));
  later(debate, 10).does('dana', comment({ commentId: 'm-o', on: targetOf('c-a') }), ask('u-n'));
  later(debate, 10)
    .does('dana', editTo(debate.state, 'c-o', 'other'))
    .does(SYSTEM, seal('c-o'));
  return later(debate, 100);
}

test('at a reveal all that was written blind gets its time, in an order that says nothing of when it was written', async () => {
  const debate = written();
  const { state } = debate;
  debate.does('olga', turnTo(OPEN.id, WRITING.id));
  await expect(`${stateChanges(state, debate.state).join('\n')}\n`).toMatchFileSnapshot(
    'revealed-changes.txt',
  );
});
