// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { learnChoice } from '../../app/_board/core/notifications/known-choices.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { persistReadMarks } from '../../app/_board/core/unread/persist-read-marks.ts';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import { createViewStore } from '../../app/_board/core/view/view-store.ts';
import { nextUnseen } from '../../app/_board/features/unread/next-unseen.ts';
import UnreadButton from '../../app/_board/features/unread/unread-button.tsx';
import UnreadPane from '../../app/_board/features/unread/unread-pane.tsx';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { DEFAULT_CHOICE } from '../../domain/notifications/notification.ts';
import { NO_READ_MARKS } from '../../domain/unread/read-marks.ts';
import { packReadMarks } from '../../domain/unread/sent-read-marks.ts';
import { aDebate, comment, merge, newClaim, targetOf } from '../support/debate-builder.ts';
import { show } from './show.tsx';
import { welcomeOf } from './welcome-of.ts';

let end = () => {};

afterEach(() => {
  end();
  cleanup();
  learnChoice('a-debate', DEFAULT_CHOICE);
});

const WHO = 'olga';

/** The place that is open, and the comment there that was asked for. */
function Opened() {
  const opened = useViewPart(({ selected, toComment }) => `${selected?.id} ${toComment?.id}`);
  return <output data-testid="opened">{opened}</output>;
}

/** The pane of someone to whom a claim, and comments at two other claims and a position, are new; and a comment at `alsoOn`. They do `after` last. */
async function openPane(alsoOn: readonly string[] = [], after: readonly Operation[] = []) {
  const debate = aDebate();
  const seen = { ...NO_READ_MARKS, until: debate.state.at, left: debate.state.at };
  debate.now += 1_000;
  debate.does('emil', newClaim('n', 'west'));
  for (const [at, on] of ['c-a', 'c-d', 'west', ...alsoOn].entries())
    debate.does('emil', comment({ commentId: `m-${at}n`, on: targetOf(on), text: `At ${on}` }));
  debate.does(WHO, ...after);
  let [who, listener]: [string, TransportListener | null] = [WHO, null];
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      listener = to;
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) => ({
      ...welcomeOf(debate, who, after),
      standing: { muted: false, membership: 'member', reason: null },
    }),
    sendSeen: () => (who === WHO ? Promise.resolve(packReadMarks(seen)) : new Promise(() => undefined)),
  };
  /** Connects again as someone else, whose read marks don't arrive. */
  const signInAs = async (other: string) => {
    who = other;
    listener?.disconnected();
    listener?.connected();
    await expect.poll(() => store.state().replica.participantId).toBe(other);
  };
  const pane = (
    <>
      <UnreadPane />
      <UnreadButton className={undefined} nameClass={undefined} onOpen={() => undefined} />
      <Opened />
    </>
  );
  const { store } = show(debate, WHO, pane, [], { transport });
  end = persistReadMarks(store, createViewStore(), () => 'all');
  store.connect();
  await screen.findByText(`${4 + alsoOn.length} new`);
  return { user: userEvent.setup({ delay: null }), store, signInAs };
}

const pressed = (name: string | RegExp) => screen.getByRole('button', { name });
const lines = () => document.querySelectorAll('[data-unread-item]').length;

test('with a kind chosen, all of that kind are marked as seen, and nothing at other places', async () => {
  const { user } = await openPane();
  await user.click(pressed(/^claims 1/));
  expect(lines()).toBe(1);
  await user.click(pressed('Mark this place as seen'));
  expect(await screen.findByText('Nothing new of this kind.')).toBeTruthy();
  await user.click(pressed(/^claims 0/));
  expect(await screen.findByText('3 new')).toBeTruthy();
});

test('with a kind chosen, the button names the places it marks, and says what else was new there', async () => {
  const { user } = await openPane(['c-n', 'c-n']);
  await user.click(pressed(/^claims 1/));
  await user.click(pressed('Mark this place as seen'));
  expect(
    await screen.findByText('Marked as seen, along with 2 other new items in the same place.'),
  ).toBeTruthy();
  await user.click(pressed(/^claims 0/));
  expect(await screen.findByText('3 new')).toBeTruthy();
  await user.click(pressed(/^comments 3/));
  expect(pressed('Mark these 3 places as seen')).toBeTruthy();
});

test('a new comment leads to its place, and to the comment there', async () => {
  const { user } = await openPane();
  await user.click(pressed(/^Someone commented .*At c-d$/));
  expect(screen.getByTestId('opened').textContent).toBe('c-d m-1n');
  await user.click(pressed(/^Someone added a claim/));
  expect(screen.getByTestId('opened').textContent).toBe('c-n undefined');
});

test('since the last visit, nothing is listed while that is unknown', async () => {
  const { user, signInAs } = await openPane();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Since my last visit');
  expect(lines()).toBe(4);
  await act(() => signInAs('dana'));
  expect(lines()).toBe(0);
  expect(screen.queryByRole('combobox', { name: 'Show' })).toBeNull();
});

/** The words of the line whose button has the focus; otherwise the words that have it. */
function focused(): string | null | undefined {
  const { activeElement } = document;
  return (activeElement?.closest('[data-unread-item]')?.querySelector('bdi') ?? activeElement)?.textContent;
}

test('after a line or a group is marked, the focus is on the next line; on the sentence, if none is left', async () => {
  const { user } = await openPane();
  const words = () =>
    [...document.querySelectorAll('[data-unread-item] bdi')].map((line) => line.textContent);
  const [first, second, ...rest] = words();
  await user.click(pressed(`Mark as seen: ${first}`));
  expect(focused()).toBe(second);
  await expect.poll(() => words().sort()).toEqual([second, ...rest].sort());
  expect(focused()).toBe(second);
  const [group] = document.querySelectorAll('section');
  const inGroup = group?.querySelectorAll('[data-unread-item]').length ?? 0;
  const after = words()[inGroup];
  await user.click(within(group as HTMLElement).getByRole('button', { name: /^Mark as seen: all under/ }));
  expect(focused()).toBe(after);
  await user.click(pressed(/^Mark as seen: all under/));
  await expect.poll(words).toEqual([]);
  expect(focused()).toBe('You’re all caught up.');
});

test('[NW7] news of a muted branch is folded, not counted and not stepped to; unmuted, it is back', async () => {
  const { user, store } = await openPane();
  act(() => learnChoice('a-debate', { ...DEFAULT_CHOICE, muted: ['west'] }));
  expect(await screen.findByText('1 new')).toBeTruthy();
  await expect.poll(() => document.querySelector('[data-unread]')?.getAttribute('data-unread')).toBe('1');
  for (const from of [null, 'c-a', 'c-d']) expect(nextUnseen(store, from)?.id).toBe('c-a');
  const folded = screen.getByText('3 in muted branches').closest('details');
  expect(folded?.open).toBe(false);
  expect(folded?.querySelectorAll('[data-unread-item]')).toHaveLength(3);
  await user.click(pressed('Mark as seen: At c-a'));
  expect(focused()).toBe('You’re all caught up.');
  act(() => learnChoice('a-debate', DEFAULT_CHOICE));
  expect(await screen.findByText('3 new')).toBeTruthy();
  expect(screen.queryByText(/muted/)).toBeNull();
});

test.each([
  ['folded, is counted beside it', false, 'Marked as seen, along with 1 other new item in the same place.'],
  ['unfolded, is one of those that are shown', true, ''],
])('news of a muted claim, merged into another that is marked: %s', async (_, unfolds, said) => {
  const { user } = await openPane([], [merge('c-d', 'c-a')]);
  act(() => learnChoice('a-debate', { ...DEFAULT_CHOICE, muted: ['c-d'] }));
  const folded = (await screen.findByText('1 in muted branches')).closest('details');
  if (unfolds && folded) {
    folded.open = true;
    fireEvent(folded, new Event('toggle'));
  }
  await user.click(pressed('Mark as seen: At c-a'));
  expect(document.querySelector('[data-message]')?.textContent).toBe(said);
});

test('many news of one branch are drawn in parts, and the focus goes to the first line of each', async () => {
  const { user } = await openPane(Array(198).fill('c-a'));
  const group = screen.getByRole('button', { name: /more$/ }).closest('section') ?? expect.fail();
  const inGroup = () => [...group.querySelectorAll('[data-unread-item]')];
  const all = Number(group.querySelector('h3 span')?.textContent);
  const focusedLine = () => inGroup().findIndex((line) => line.contains(document.activeElement));
  expect(inGroup()).toHaveLength(30);
  await user.click(pressed(`${all - 30} more`));
  expect([inGroup().length, focusedLine()]).toEqual([180, 30]);
  await user.click(pressed(`${all - 180} more`));
  expect([inGroup().length, focusedLine()]).toEqual([all, 180]);
  expect(screen.queryByRole('button', { name: /more$/ })).toBeNull();
});
