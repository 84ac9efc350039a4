// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { useClaim } from '../../app/_board/core/claims/use-claim.ts';
import { VoteBar } from '../../app/_board/features/claims/vote-bar.tsx';
import { aDebate, agree, editTo, seal } from '../support/debate-builder.ts';
import { aResearchBallot } from '../support/research-ballot.ts';
import { show } from './show.tsx';

afterEach(cleanup);

function Votes({ size }: { size?: 'compact' }) {
  const claim = useClaim('c-a');
  return claim ? <VoteBar claim={claim} size={size} /> : null;
}

const button = (answer: RegExp) => screen.getByRole('button', { name: answer });

describe('the bar of votes', () => {
  test('a vote is shown and submitted at once, and withdrawn by giving it again', async () => {
    const { asked } = show(aDebate(), 'dana', <Votes />);
    const user = userEvent.setup();
    expect(button(/^Agree/).getAttribute('aria-pressed')).toBe('false');
    await user.click(button(/^Agree/));
    expect(button(/^Agree/).getAttribute('aria-pressed')).toBe('true');
    expect(asked()).toMatchObject([{ type: 'vote.cast', claimId: 'c-a', answer: 'agree' }]);
    await user.click(button(/^Agree/));
    expect(button(/^Agree/).getAttribute('aria-pressed')).toBe('false');
    expect(asked().at(-1)).toEqual({ type: 'vote.withdraw', claimId: 'c-a' });
  });

  test('the votes of others are counted on it; who only looks on has none', () => {
    const debate = aDebate().does('mona', agree('c-a'));
    show(debate, 'dana', <Votes />);
    expect(button(/^Agree/).textContent).toBe('Agree2');
    cleanup();
    show(debate, 'otto', <Votes />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('only people who voted on an earlier wording are asked to vote again', () => {
    const debate = aDebate();
    debate.does('dana', editTo(debate.state, 'c-a', 'reworded')).does(SYSTEM, seal('c-a'));
    show(debate, 'emil', <Votes />);
    expect(screen.getByText('You voted on an earlier wording. Please vote again.')).toBeTruthy();
    cleanup();
    show(debate, 'dana', <Votes />);
    expect(screen.getByText('1 vote was cast on an earlier wording.')).toBeTruthy();
    expect(screen.queryByText(/again/)).toBeNull();
  });

  test('[BL11] says beside the buttons that votes may leave, in a ballot for research alone', () => {
    show(aResearchBallot([]), 'dana', <Votes />);
    expect(screen.getByText(/^For research: .*numbered rows without names/)).toBeTruthy();
    cleanup();
    show(aResearchBallot([]), 'dana', <Votes size="compact" />);
    expect(screen.getByText('for research').title).toContain('numbered rows without names');
    cleanup();
    show(aDebate(), 'dana', <Votes />);
    expect(screen.queryByText(/for research/i)).toBeNull();
  });
});
