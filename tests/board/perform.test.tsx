// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { usePerform } from '../../app/_board/core/commands/use-perform.ts';
import { aDebate, newClaim, retract } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

function RetractBoth() {
  const perform = usePerform();
  return (
    <button type="button" onClick={() => perform([retract('c-e'), retract('c-f')], 'Both retracted')}>
      Retract
    </button>
  );
}

test('[UN8] the Undo beside what a press has done undoes all of it', async () => {
  const debate = aDebate().does('olga', newClaim('e', 'east'), newClaim('f', 'east'));
  const { store } = show(debate, 'olga', <RetractBoth />);
  const retracted = () => [...store.state().replica.view.claims.values()].filter((claim) => claim.retracted);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Retract' }));
  expect(retracted()).toHaveLength(2);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(retracted()).toEqual([]);
});
