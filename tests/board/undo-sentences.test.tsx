// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { HistoryButtons } from '../../app/_board/header/history-buttons.tsx';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import {
  aDebate,
  agree,
  comment,
  editTo,
  hide,
  move,
  newClaim,
  retract,
  targetOf,
} from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const said = () => document.querySelector('[data-message]')?.textContent ?? '';
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

/** Olga's board, after these, in one action. */
function having(...operations: Operation[]) {
  const { store } = show(aDebate(), 'olga', <HistoryButtons className={undefined} nameClass={undefined} />);
  act(() => void store.submitTogether(operations));
  return store;
}

describe('[UN10] undo and redo say which step it was', () => {
  test.each<[string, Operation]>([
    ['your vote on “one two three”', agree('c-a')],
    ['your claim “claim n”', newClaim('n', 'west')],
    ['retracting “one two three”', retract('c-a')],
    ['your comment on “one two three”', comment({ commentId: 'm-n', on: targetOf('c-a') })],
    ['hiding “one two three”', hide('c-a')],
    ['your decision or report about a comment on “one two three”', hide('m-a')],
    ['your wording of “one two three”', editTo(aDebate().state, 'c-a', 'one two four')],
    ['your edit of the title or motion', { type: 'debate.edit', title: 'Another title' }],
    ['closing the conclusion', { type: 'conclusion.setStatus', open: false }],
  ])('%s', async (step, operation) => {
    having(operation);
    await press('Undo');
    expect(said()).toContain(`Undone: ${step}.`);
    await press('Redo');
    expect(said()).toMatch(/^Redone: /);
    await press('Undo');
    expect(said()).toContain(`Undone: ${step}.`);
  });

  test('with the number of further changes of one action', async () => {
    having(agree('c-a'), agree('c-b'), agree('c-d'));
    await press('Undo');
    expect(said()).toContain('Undone: your vote on “one two three”, and 2 more changes.');
    await press('Redo');
    expect(said()).toContain('Redone: your vote on “one two three”, and 2 more changes.');
  });

  test('typing in a row is one step; the step before it is named after it', async () => {
    const store = having(move('c-b', 'west', null));
    for (const text of ['one two', 'one'])
      act(() => {
        const edit = editTo(store.state().replica.view, 'c-a', text);
        store.submitTyping(edit, text === 'one');
      });
    await press('Undo');
    expect(said()).toContain('Undone: your wording of “one two three”.');
    await press('Undo');
    expect(said()).toMatch(/^Undone: moving “/);
  });
});
