// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useAsk } from '../../app/_board/core/commands/use-ask.ts';
import { useConfirm } from '../../app/_board/core/commands/use-confirm.ts';
import { usePerform } from '../../app/_board/core/commands/use-perform.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { aDebate, newClaim, retract } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

/** A button that does something and confirms it. */
function Act({ operations }: { operations: readonly Operation[] }) {
  const perform = usePerform();
  return (
    <button type="button" onClick={() => perform(operations, 'Done.')}>
      Act
    </button>
  );
}

/** A button that chooses something and confirms it, also if it was so already. */
function Ask({ operations }: { operations: readonly Operation[] }) {
  const { ask } = useAsk();
  const confirm = useConfirm();
  return (
    <button type="button" onClick={() => ask(...operations) && confirm('Done.')}>
      Ask
    </button>
  );
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const said = () => document.querySelector('[data-message]')?.textContent ?? '';
const ELSEWHERE = 'You’ve changed something else since.';

/** Olga's board with two claims of hers, and buttons for this. */
function confirming(...operations: Operation[]) {
  const debate = aDebate().does('olga', newClaim('e', 'east'), newClaim('f', 'east'));
  const { store } = show(
    debate,
    'olga',
    <>
      <Act operations={operations} />
      <Ask operations={operations} />
    </>,
  );
  const isRetracted = (id: string) => store.state().replica.view.claims.get(id)?.retracted;
  return { store, isRetracted };
}

test('the Undo of a confirmation undoes what was confirmed', async () => {
  const { isRetracted } = confirming(retract('c-e'));
  await press('Act');
  await press('Undo');
  expect(isRetracted('c-e')).toBe(false);
  expect(said()).toContain('Undone: retracting “claim e”.');
});

test('a confirmation of what cannot be undone offers no Undo', async () => {
  const { store, isRetracted } = confirming({ type: 'debate.configure', approval: ['newcomer'] });
  act(() => void store.submit(retract('c-f')));
  await press('Act');
  expect(said()).toContain('Done.');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  expect(isRetracted('c-f')).toBe(true);
});

/** An operation that would change nothing here. */
const UNCHANGED: Operation = { type: 'debate.configure', accounts: false };

test.each([
  ['one', [UNCHANGED]],
  ['several', [UNCHANGED, UNCHANGED]],
])(
  'a confirmation of %s that another person has done meanwhile offers no Undo of an earlier act',
  async (_, operations) => {
    const { store, isRetracted } = confirming(...operations);
    act(() => void store.submit(retract('c-f')));
    await press('Ask');
    expect(said()).toContain('Done.');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(isRetracted('c-f')).toBe(true);
  },
);

test('the Undo undoes nothing else that was done since, also once the steps kept are as many as can be', async () => {
  const { store, isRetracted } = confirming(retract('c-e'));
  const votes = (): Operation[] =>
    Array.from({ length: 220 }, (_, nth) => ({
      type: 'vote.cast',
      claimId: 'c-a',
      answer: nth % 2 === 0 ? 'agree' : 'disagree',
      wording: 1,
    }));
  act(() => {
    for (const vote of votes()) store.submit(vote);
  });
  await press('Act');
  act(() => void store.submit(retract('c-f')));
  await press('Undo');
  expect([isRetracted('c-e'), isRetracted('c-f')]).toEqual([true, true]);
  expect(said()).toContain(ELSEWHERE);
});
