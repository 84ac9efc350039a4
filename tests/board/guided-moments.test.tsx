// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { GuidedButton } from '../../app/_board/features/guided-voting/guided-button.tsx';
import { GuidedInvitation } from '../../app/_board/features/guided-voting/guided-invitation.tsx';
import GuidedVoting from '../../app/_board/features/guided-voting/guided-voting.tsx';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { aDebate, agree, type DebateBuilder, editTo, newClaim, seal } from '../support/debate-builder.ts';
import { setAgenda, turnTo, VOTING } from '../support/phased-debate.ts';
import { show } from './show.tsx';
import { welcomeOf } from './welcome-of.ts';

afterEach(() => {
  cleanup();
  document.documentElement.dir = '';
});

function Board({ branch = null }: { branch?: string | null }) {
  const isOpen = useViewPart((parts) => parts.guided !== null);
  const { guide } = useViewActs();
  return (
    <>
      <button type="button" onClick={() => guide({ branch })}>
        Open
      </button>
      {isOpen && <GuidedVoting />}
    </>
  );
}

const claimShown = () => document.querySelector('h3')?.textContent;
const button = (name: string) => screen.getByRole('button', { name });
/** The announcements of guided voting: the vote before, and a conflict. */
const statuses = () => screen.getAllByRole('status').map((one) => one.textContent);
const progress = () => {
  const bar = screen.getByRole('progressbar', { name: 'Claims you voted on' });
  return `${bar.getAttribute('value')} of ${bar.getAttribute('max')}`;
};

/** Guided voting over a connection on which the test is the server: no vote is answered before it says so. */
async function openLive(debate: DebateBuilder, branch: string | null) {
  let server: TransportListener | null = null;
  let answer: (how: OperationAnswer) => void = () => undefined;
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      server = to;
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) => welcomeOf(debate, 'susi', after),
    submit: () => new Promise((resolve) => (answer = resolve)),
  };
  const shown = show(debate, 'susi', <Board branch={branch} />, [], { transport });
  await act(async () => void shown.store.connect());
  await userEvent.click(button('Open'));
  const says = (what: (to: TransportListener) => void) => act(async () => server && what(server));
  return { ...shown, says, answers: (how: OperationAnswer) => act(async () => answer(how)) };
}

describe('guided voting', () => {
  test('counts a vote given before the page has its rules, once, and goes on', async () => {
    const { store, asked } = show(aDebate(), 'susi', <Board branch="c-b" />, [], { hasRules: false });
    await userEvent.click(button('Open'));
    expect(claimShown()).toBe('four five six');
    await userEvent.click(button('Agree'));
    expect(claimShown()).toBe('does not follow');
    expect(progress()).toBe('1 of 2');
    act(() => store.enableRules(RULES));
    expect(progress()).toBe('1 of 2');
    expect(statuses()).toEqual(['You agreed: four five six', '']);
    expect(asked()).toHaveLength(1);
  });

  test('goes on without a connection, and a vote refused later is asked for again', async () => {
    const debate = aDebate();
    const { store, says, answers, asked } = await openLive(debate, 'c-b');
    await userEvent.click(button('Agree'));
    await says((to) => to.disconnected());
    await userEvent.click(button('Disagree'));
    expect(progress()).toBe('2 of 2');
    expect(asked()).toMatchObject([{ claimId: 'c-b' }, { claimId: 'c-u' }]);
    await says((to) => to.connected());
    await answers({ ok: false, rejection: { code: 'phase_closed' } });
    expect(store.state().refused).toHaveLength(1);
    expect(progress()).toBe('1 of 2');
    await userEvent.click(button('Vote on 1 more claim'));
    expect(claimShown()).toBe('four five six');
  });

  test('a muted person votes as before, and a banned one no longer', async () => {
    const { says } = await openLive(aDebate(), 'c-b');
    await says((to) => to.standing({ membership: 'member', muted: true, reason: 'disruptive' }));
    await userEvent.click(button('Agree'));
    expect(progress()).toBe('1 of 2');
    await says((to) => to.standing({ membership: 'banned', muted: false, reason: 'disruptive' }));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Agree' })).toBeNull();
  });

  test('asks again about a claim that was reworded after the vote', async () => {
    const debate = aDebate().does('susi', agree('c-u'));
    const { says } = await openLive(debate, 'c-b');
    debate.does('susi', agree('c-b'));
    const { seq } = debate.state;
    await says((to) => to.frame(debate.frame('susi', seq - 1)));
    expect(progress()).toBe('2 of 2');
    debate.does('emil', editTo(debate.state, 'c-b', 'reworded')).does('system', seal('c-b'));
    await says((to) => to.frame(debate.frame('susi', seq)));
    expect(progress()).toBe('1 of 2');
    expect(claimShown()).toBe('reworded');
    await userEvent.click(button('Disagree'));
    expect(progress()).toBe('2 of 2');
  });

  test('others’ votes on the claim before are shown, and not announced', async () => {
    const debate = aDebate();
    const { says } = await openLive(debate, 'c-b');
    await userEvent.click(button('Agree'));
    expect(screen.getByRole('img').textContent).toBe('1 – 0');
    const before = statuses();
    debate.does('mona', { ...agree('c-b'), answer: 'disagree' });
    await says((to) => to.frame(debate.frame('susi', debate.state.seq - 1)));
    expect(screen.getByRole('img').textContent).toBe('1 – 1');
    expect(statuses()).toEqual(before);
    expect(before).toEqual(['You agreed: four five six', '']);
  });

  test('others’ votes leave the focus on the answer to one of two conflicting claims', async () => {
    const debate = aDebate().does('emil', newClaim('no', 'c-a', { relation: 'attack', text: 'not so' }));
    debate.does('susi', agree('c-a'), agree('c-no'), agree('c-b'), agree('c-u'));
    const { says } = await openLive(debate, 'c-a');
    await userEvent.click(button('Look at them'));
    const group = within(screen.getByRole('group', { name: 'Your vote on “not so”' }));
    const answer = group.getByRole('button', { name: 'Disagree' });
    answer.focus();
    debate.does('mona', agree('c-no'));
    await says((to) => to.frame(debate.frame('susi', debate.state.seq - 1)));
    expect(document.activeElement).toBe(answer);
  });

  test('says that there is more, not that all is done, where claims came after the last one', async () => {
    const debate = aDebate();
    const { says } = await openLive(debate, 'c-b');
    await userEvent.click(button('Agree'));
    await userEvent.click(button('Skip'));
    expect(claimShown()).toBe('That’s all, except for 1 claim you skipped.');
    debate.does('emil', newClaim('new', 'c-b', { text: 'newer' }));
    await says((to) => to.frame(debate.frame('susi', debate.state.seq - 1)));
    expect(claimShown()).toBe('There is more to vote on.');
    expect(button('Vote on 1 more claim')).toBeTruthy();
  });

  test('on a page read from right to left, the arrow to the left skips and the one to the right goes back', async () => {
    document.documentElement.dir = 'rtl';
    show(aDebate(), 'susi', <Board branch="c-b" />);
    await userEvent.click(button('Open'));
    await userEvent.keyboard('{ArrowRight}');
    expect(claimShown()).toBe('four five six');
    await userEvent.keyboard('{ArrowLeft}');
    expect(claimShown()).toBe('does not follow');
    await userEvent.keyboard('{ArrowRight}');
    expect(claimShown()).toBe('four five six');
    const order = [...document.querySelectorAll('[data-at-thumb] button')].map((one) => one.textContent);
    expect(order).toEqual(['AgreeA', 'DisagreeD', 'PassP', 'Back', 'Skip']);
  });
});

test('[AG8] the past and a frame in another site’s page offer no guided voting, whatever phase it shows', () => {
  const debate = aDebate().does(
    'olga',
    setAgenda([{ ...VOTING, id: 'p-guided', kind: 'guided_vote' }]),
    turnTo('p-guided'),
  );
  const ways = (
    <>
      <GuidedButton />
      <GuidedInvitation />
      <Board />
    </>
  );
  show(debate, 'susi', ways, [], { isOnlyRead: true });
  expect(screen.queryByRole('button', { name: /^Vote/ })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Guided voting' })).toBeNull();
});
