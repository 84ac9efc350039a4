// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { GuidedInvitation } from '../../app/_board/features/guided-voting/guided-invitation.tsx';
import GuidedVoting from '../../app/_board/features/guided-voting/guided-voting.tsx';
import { aDebate, agree, type DebateBuilder, lock, newClaim, retract } from '../support/debate-builder.ts';
import { setAgenda, turnTo, VOTING, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

/** Guided voting as the frame shows it, and a way in. */
function Board({ branch = null }: { branch?: string | null }) {
  const isOpen = useViewPart((parts) => parts.guided !== null);
  const { guide } = useViewActs();
  return (
    <>
      <button type="button" onClick={() => guide({ branch })}>
        Open
      </button>
      <GuidedInvitation />
      {isOpen && <GuidedVoting />}
    </>
  );
}

const claimShown = () => document.querySelector('h3')?.textContent;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const progress = () => {
  const bar = screen.getByRole('progressbar', { name: 'Claims you voted on' });
  return `${bar.getAttribute('value')} of ${bar.getAttribute('max')}`;
};

async function open(debate: DebateBuilder, who: string | null, branch: string | null = null) {
  const shown = show(debate, who, <Board branch={branch} />);
  const user = userEvent.setup();
  await user.click(button('Open'));
  return { ...shown, user };
}

describe('guided voting', () => {
  test('leads through each claim once, with progress, and sends each vote', async () => {
    const { user, asked } = await open(aDebate(), 'susi');
    expect(progress()).toBe('0 of 4');
    const seen: (string | undefined)[] = [];
    for (const answer of ['Agree', 'Disagree', 'Pass', 'Agree']) {
      seen.push(claimShown());
      await user.click(button(answer));
    }
    expect(new Set(seen)).toEqual(new Set(['one two three', 'four five six', 'seven', 'does not follow']));
    expect(asked().map((one) => 'answer' in one && one.answer)).toEqual([
      'agree',
      'disagree',
      'pass',
      'agree',
    ]);
    expect(progress()).toBe('4 of 4');
    expect(screen.getByRole('heading', { name: 'You’ve voted on all 4 claims.' })).toBe(
      document.activeElement,
    );
    await user.click(screen.getAllByRole('button', { name: 'Back to debate' }).at(-1) as HTMLElement);
    expect(screen.queryByRole('region', { name: 'Guided voting' })).toBeNull();
  });

  test('shows a claim with what it answers, its branch alone, and others’ votes only after the own vote', async () => {
    const debate = aDebate().does('mona', agree('c-b'));
    const { user } = await open(debate, 'susi', 'c-b');
    const region = within(screen.getByRole('region', { name: 'Guided voting' }));
    expect(claimShown()).toBe('four five six');
    expect(region.getByText('supports it')).toBeTruthy();
    expect(region.getByText('one two three')).toBeTruthy();
    expect(region.queryByRole('img')).toBeNull();
    await user.click(button('Disagree'));
    expect(claimShown()).toBe('does not follow');
    expect(region.getByRole('img').textContent).toBe('1 – 1');
    expect(region.getByText('says it doesn’t follow')).toBeTruthy();
    await user.click(button('Back'));
    expect(claimShown()).toBe('four five six');
    expect(button('Disagree').getAttribute('aria-pressed')).toBe('true');
    expect(region.getByRole('img').textContent).toBe('1 – 1');
  });

  test('keeps votes hidden that a phase or a secret ballot hides, after the own vote too', async () => {
    const debate = aDebate().does('olga', setAgenda([VOTING]), turnTo('p-vote'));
    const { user } = await open(debate, 'susi', 'c-a');
    await user.click(button('Agree'));
    expect(screen.getByRole('region', { name: 'Guided voting' }).textContent).toContain('votes hidden');
  });

  test('skips and returns to what was skipped, back and forth', async () => {
    const { user, asked } = await open(aDebate(), 'emil');
    expect(progress()).toBe('1 of 2');
    expect(claimShown()).toBe('does not follow');
    await user.click(button('Skip'));
    expect(screen.getByRole('heading', { name: 'That’s all, except for 1 claim you skipped.' })).toBeTruthy();
    await user.click(button('Vote on skipped claims'));
    expect(claimShown()).toBe('does not follow');
    await user.click(button('Agree'));
    expect(asked()).toMatchObject([{ type: 'vote.cast', claimId: 'c-u', answer: 'agree' }]);
  });

  test('takes letters, numbers and arrows, and Escape leaves', async () => {
    const { user, asked } = await open(aDebate(), 'susi');
    const first = claimShown();
    await user.keyboard('{ArrowRight}');
    const second = claimShown();
    expect(second).not.toBe(first);
    await user.keyboard('d');
    await user.keyboard('3');
    expect(asked().map((one) => 'answer' in one && one.answer)).toEqual(['disagree', 'pass']);
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(claimShown()).toBe(first);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Guided voting' })).toBeNull();
  });

  test('goes back from its end, where keys without an action are left to the board', async () => {
    const { user } = await open(aDebate(), 'emil');
    const press = (key: string) => fireEvent.keyDown(document.body, { key });
    // True: nobody took the key.
    expect(['ArrowLeft', 'a'].map(press)).toEqual([true, false]);
    expect(claimShown()).toMatch(/^You’ve voted on all/);
    expect(['a', 'p', '3', 'ArrowRight'].map(press)).toEqual([true, true, true, true]);
    // Still held down from the last claim.
    expect(fireEvent.keyDown(document.body, { key: 'p', repeat: true })).toBe(false);
    await user.click(button('Back'));
    expect(claimShown()).toBe('does not follow');
  });

  test('goes on when the claim in view is retracted or locked', async () => {
    const { store } = await open(aDebate(), 'mona', 'c-b');
    expect(claimShown()).toBe('four five six');
    act(() => store.submit(retract('c-b')));
    expect(claimShown()).toBe('does not follow');
    expect(progress()).toBe('0 of 1');
    act(() => store.submit(lock('c-b', true)));
    expect(screen.getByRole('heading', { name: 'There is nothing to vote on yet.' })).toBeTruthy();
  });

  test('says gently where own votes conflict, shows both, and lets one change', async () => {
    const debate = aDebate().does('emil', newClaim('no', 'c-a', { relation: 'attack', text: 'not so' }));
    debate.does('susi', agree('c-a'));
    const { user, asked } = await open(debate, 'susi', 'c-a');
    while (claimShown() !== 'not so') await user.click(button('Skip'));
    await user.click(button('Agree'));
    expect(screen.getByText('You also agree with the claim it attacks.').role).toBe('status');
    await user.click(button('Look at both'));
    expect(screen.getByRole('heading', { name: 'Your votes conflict' })).toBe(document.activeElement);
    const both = screen.getByRole('listitem');
    expect(both.textContent).toMatch(/one two three.*is attacked by.*not so/);
    const group = within(both).getByRole('group', { name: 'Your vote on “one two three”' });
    await user.click(within(group).getByRole('button', { name: 'Disagree' }));
    expect(asked().at(-1)).toMatchObject({ type: 'vote.cast', claimId: 'c-a', answer: 'disagree' });
    expect(screen.getByRole('listitem')).toBeTruthy();
    await user.click(button('Back to voting'));
    expect(screen.queryByRole('button', { name: 'Look at both' })).toBeNull();
  });
});

describe('without a vote to give', () => {
  test('it says that the debate is closed, that the phase has no votes, or what the role lacks', async () => {
    await open(aDebate().does('olga', { type: 'debate.setStatus', status: 'closed' }), 'susi');
    expect(screen.getByRole('heading', { name: /^This debate is closed/ })).toBeTruthy();
    cleanup();
    await open(aDebate().does('olga', setAgenda([WRITING]), turnTo('p-write')), 'susi');
    expect(screen.getByRole('heading', { name: 'Voting is closed at the moment.' })).toBeTruthy();
    cleanup();
    await open(aDebate(), 'otto');
    expect(screen.getByRole('heading', { name: /^You can read this debate/ })).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  test('a viewer who has not joined is asked for a name first', async () => {
    const { user } = await open(aDebate(), null);
    expect(progress()).toBe('0 of 4');
    await user.click(button('Agree'));
    expect(await screen.findByRole('dialog', { name: 'Join the debate' })).toBeTruthy();
    expect(document.querySelector('progress')?.value).toBe(0);
  });
});

describe('[AG8] a guided-vote phase', () => {
  const GUIDED = { ...VOTING, id: 'p-guided', kind: 'guided_vote' } as const;
  const inPhase = () => aDebate().does('olga', setAgenda([GUIDED]), turnTo('p-guided'));

  test('opens guided voting once; leaving it stays possible, with a way back in', async () => {
    show(inPhase(), 'susi', <Board />);
    expect(screen.getByRole('region', { name: 'Guided voting' })).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Guided voting' })).toBeNull();
    await userEvent.click(button('Vote now'));
    expect(screen.getByRole('region', { name: 'Guided voting' })).toBeTruthy();
  });

  test('after a reload it opens again, unless the viewer had left it', async () => {
    show(inPhase(), 'susi', <Board />);
    cleanup();
    show(inPhase(), 'susi', <Board />);
    expect(screen.getByRole('region', { name: 'Guided voting' })).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    cleanup();
    show(inPhase(), 'susi', <Board />);
    expect(screen.queryByRole('region', { name: 'Guided voting' })).toBeNull();
    expect(button('Vote now')).toBeTruthy();
  });

  test('only offers it to moderators and to people who are writing, and not to observers', async () => {
    show(inPhase(), 'mona', <Board />);
    expect(screen.queryByRole('region', { name: 'Guided voting' })).toBeNull();
    expect(button('Vote now')).toBeTruthy();
    cleanup();
    show(
      inPhase(),
      'susi',
      <>
        <input aria-label="Own words" ref={(field) => field?.focus()} />
        <Board />
      </>,
    );
    expect(screen.queryByRole('region', { name: 'Guided voting' })).toBeNull();
    expect(button('Vote now')).toBeTruthy();
    cleanup();
    show(inPhase(), 'otto', <Board />);
    expect(screen.queryByRole('button', { name: 'Vote now' })).toBeNull();
  });
});
