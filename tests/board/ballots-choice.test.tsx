// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { BallotsChoice } from '../../app/_board/features/agenda/ballots-choice.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { aResearchBallot } from '../support/research-ballot.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const offered = () =>
  screen
    .getAllByRole('radio')
    .map((radio) => radio.closest('label')?.textContent?.split(':')[0])
    .join();

describe('the choice of ballots', () => {
  test('[BL10] offers one for research before the first vote, and asks back', async () => {
    const unvoted = aDebate().does('emil', { type: 'vote.withdraw', claimId: 'c-a' });
    const { asked } = show(unvoted, 'olga', <BallotsChoice />);
    expect(offered()).toBe('Open,Secret,For research');
    await userEvent.click(screen.getByRole('radio', { name: /^For research/ }));
    expect(screen.getByRole('dialog').textContent).toContain(
      'No totals show, and no rows can be exported, before 15 people voted',
    );
    expect(asked()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Make it for research' }));
    expect(asked()).toEqual([{ type: 'debate.configure', ballots: 'research' }]);
  });

  test('[BL10] offers none after a vote, and no other where it is for research', () => {
    show(aDebate(), 'olga', <BallotsChoice />);
    expect(offered()).toBe('Open,Secret');
    cleanup();
    show(aResearchBallot([]), 'olga', <BallotsChoice />);
    expect(offered()).toBe('For research');
    expect(screen.getByText(/for research and can’t be opened later/)).toBeTruthy();
  });
});
