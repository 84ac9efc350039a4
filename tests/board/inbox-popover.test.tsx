// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import InboxPopover from '../../app/_board/features/notifications/inbox-popover.tsx';
import { OpenPolls } from '../../app/_board/features/polls/open-polls.tsx';
import { NotificationLink } from '../../app/inbox/notification-link.tsx';
import type { ListedNotification } from '../../domain/protocol/route-answers.ts';
import { aDebate, comment, quickPoll, targetOf } from '../support/debate-builder.ts';
import { addTask } from '../support/made-tasks.ts';
import { setAgenda, turnTo, VOTING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

const NOTE: ListedNotification = {
  debateId: 'a-debate',
  title: 'A debate',
  kind: 'attacked',
  about: 'c-b',
  on: 'c-b',
  sentence: 'Emil argued against “one two three”',
  words: 'four five six',
  besides: '',
  at: 1_000,
  read: false,
};

let notes: readonly ListedNotification[] | 'down' = [];
let posted: unknown[] = [];

beforeEach(() => {
  posted = [];
  vi.stubGlobal('fetch', async (path: string, sent?: RequestInit) => {
    if (notes === 'down') throw new Error('away');
    if (sent?.method === 'POST') posted.push(JSON.parse(`${sent.body}`));
    return Response.json({ ok: true, ...(path === '/api/notes' && { notes }) });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Selected() {
  const comment = useViewPart(({ toComment }) => (toComment ? ` ${toComment.id}` : ''));
  return <output>{`${useViewPart(({ selected }) => selected?.id ?? 'nothing')}${comment}`}</output>;
}

function Tools() {
  const listing = useViewPart((parts) => parts.listing);
  const guided = useViewPart((parts) => parts.guided !== null);
  return <p data-testid="tools">{`${listing ?? 'no list'}, ${guided ? 'voting' : 'not voting'}`}</p>;
}

function open(onSettings = () => {}, debate = aDebate()) {
  show(
    debate,
    'dana',
    <>
      <OpenPolls />
      <Tools />
      <InboxPopover trigger={<button type="button" />} face="Bell" onSettings={onSettings} />
      <Selected />
    </>,
  );
}

const items = async () => within(await screen.findByRole('list', { name: 'Inbox' })).getAllByRole('listitem');

test('notifications are listed, the new ones marked, and those of other debates named', async () => {
  notes = [NOTE, { ...NOTE, about: 'c-x', debateId: 'another', title: 'Another debate', read: true }];
  open();
  const [first, second] = await items();
  expect(first?.textContent).toMatch(/^new Emil argued against/);
  expect(second?.textContent).toMatch(/^Emil argued against.*Another debate$/);
  expect(second?.querySelector('a')?.getAttribute('href')).toBe('/debates/another#c-b');
});

test('one of this debate opens its claim, and is read', async () => {
  notes = [NOTE];
  open();
  const [first] = await items();
  await userEvent.click(within(first as HTMLElement).getByRole('link'));
  expect(screen.getByRole('status').textContent).toBe('c-b');
  expect(posted).toEqual([{ debate: 'a-debate', kind: 'attacked', about: 'c-b', read: 'true' }]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('one about a comment opens its claim, and leads to the comment there', async () => {
  notes = [{ ...NOTE, kind: 'replied', about: 'm-1', on: 'c-b' }];
  open(undefined, aDebate().does('emil', comment({ commentId: 'm-1', on: targetOf('c-b') })));
  const [first] = await items();
  await userEvent.click(within(first as HTMLElement).getByRole('link'));
  expect(screen.getByRole('status').textContent).toBe('c-b m-1');
});

test.each([
  ['the middle button, which opens another tab, marks a notification as read', 1, 2],
  ['the right button, which opens a menu, marks none', 2, 0],
])('%s: in the popover and on the page', async (_, button, marked) => {
  const marks = { debate: 'a-debate', kind: 'attacked', about: 'c-b' };
  notes = [NOTE];
  open();
  const [inPopover] = await items();
  const page = render(
    <NotificationLink href="/debates/a-debate#c-b" className="" note={marks}>
      In the page
    </NotificationLink>,
  );
  const links = [within(inPopover as HTMLElement).getByRole('link'), page.getByText('In the page')];
  for (const link of links) fireEvent(link, new MouseEvent('auxclick', { button, bubbles: true }));
  expect(posted).toEqual(Array(marked).fill({ ...marks, read: 'true' }));
  expect(screen.getByRole('status').textContent).toBe('nothing');
});

describe('one of this debate without a claim never loads the page again, and opens', () => {
  const press = async (kind: string, about: string, debate = aDebate()) => {
    notes = [{ ...NOTE, kind, about, on: null }];
    open(undefined, debate);
    const link = within((await items())[0] as HTMLElement).getByRole('link');
    const pressed = createEvent.click(link);
    fireEvent(link, pressed);
    expect(pressed.defaultPrevented).toBe(true);
  };
  const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const tools = () => screen.getByTestId('tools').textContent;

  test('the poll it asks about', async () => {
    await press('polled', 'q-1', aDebate().does('mona', quickPoll('q-1')));
    await isClosed();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Poll' })));
  });

  test('the tasks', async () => {
    await press('task_set', 't-1', aDebate().does('olga', addTask('t-1')));
    await isClosed();
    expect(tools()).toBe('tasks, not voting');
  });

  test('guided voting, while it is time to vote', async () => {
    await press('voting', VOTING.id, aDebate().does('mona', setAgenda([VOTING]), turnTo(VOTING.id)));
    await isClosed();
    expect(tools()).toBe('no list, voting');
  });

  test.each([
    ['a new role', 'appointed', 'dana'],
    ['a restriction', 'restricted', 'closed'],
    ['a poll that has closed', 'polled', 'q-1'],
    ['a phase that is over', 'voting', VOTING.id],
  ])('nothing for %s, which stays in the list as read', async (_, kind, about) => {
    await press(kind, about);
    expect(tools()).toBe('no list, not voting');
    expect(screen.getByRole('status').textContent).toBe('nothing');
    await waitFor(async () => expect((await items())[0]?.textContent).not.toMatch(/^new/));
    expect(screen.getByText('There’s nothing to open for this notification.')).toBeTruthy();
  });
});

test('all that are listed are marked as read at once', async () => {
  notes = [{ ...NOTE, about: 'c-x', at: 2_000 }, NOTE];
  open();
  await items();
  await userEvent.click(screen.getByRole('button', { name: 'Mark all as read' }));
  expect(posted).toEqual([{ until: '2000', read: 'true' }]);
  expect((await items())[0]?.textContent).not.toMatch(/^new/);
});

test('without a server the list says so, and is asked for again', async () => {
  notes = 'down';
  open();
  expect((await screen.findByRole('alert')).textContent).toMatch(/couldn’t be loaded/);
  notes = [];
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/^Nothing yet/)).toBeTruthy();
});

test('settings are reached from the list', async () => {
  notes = [];
  const onSettings = vi.fn();
  open(onSettings);
  await userEvent.click(await screen.findByRole('button', { name: 'Settings' }));
  expect(onSettings).toHaveBeenCalledOnce();
});
