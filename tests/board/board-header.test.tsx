// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { BoardHeader } from '../../app/_board/header/board-header.tsx';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { aDebate, agree, CREATE, DebateBuilder } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';
import { welcomeOf } from './welcome-of.ts';

beforeEach(() => {
  vi.stubGlobal('fetch', noServer);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const header = (who: string | null, query = '', debate = aDebate(), transport = silentTransport()) =>
  show(
    debate,
    who,
    <FollowProvider>
      <BoardHeader />
      <Voting />
    </FollowProvider>,
    who === null ? [] : [{ id: who, name: 'Dana Deer' }],
    { query, transport },
  );

/** The scope of guided voting, and a way to focus on a branch. */
function Voting() {
  const guided = useViewPart((parts) => parts.guided);
  const { lookAt } = useViewActs();
  return (
    <>
      <button type="button" onClick={() => lookAt('c-b')}>
        Look at a branch
      </button>
      <output>{guided === null ? 'closed' : (guided.branch ?? 'all')}</output>
    </>
  );
}

const asksAbout = () =>
  screen.getAllByRole('status').find(({ localName }) => localName === 'output')?.textContent;
const press = (key: string, ctrlKey = false) => fireEvent.keyDown(document.body, { key, ctrlKey });

const tools = () =>
  within(screen.getByRole('group', { name: 'Tools' }))
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.title);

describe('an address that asks for the notification settings', () => {
  test('opens them, once', async () => {
    header('dana', '?notifications&see=own');
    expect(await screen.findByRole('dialog', { name: 'Notification settings' })).toBeTruthy();
    expect(window.location.search).toBe('?see=own');
  });

  test('opens nothing for a reader, who reads why, also not when they join later', async () => {
    const debate = aDebate();
    let who: string | null = null;
    let line: TransportListener | undefined;
    const transport: Transport = {
      ...silentTransport(),
      connect: (to) => {
        line = to;
        to.connected();
        return () => undefined;
      },
      open: async ({ after }) => welcomeOf(debate, who, after),
    };
    const { store } = header(null, '?notifications', debate, transport);
    expect(screen.queryByRole('dialog')).toBeNull();
    store.connect();
    expect(await screen.findByText(/^Only participants have notification settings/)).toBeTruthy();
    debate.does(SYSTEM, { type: 'participant.join', participantId: 'nora', role: 'debater' });
    who = 'nora';
    line?.disconnected();
    line?.connected();
    expect(await screen.findByRole('button', { name: 'Inbox' })).toBeTruthy();
    expect(screen.queryByRole('dialog', { name: 'Notification settings' })).toBeNull();
  });
});

describe('the tools beside a debate', () => {
  test('are read-only for a reader, and editable for people who may edit', () => {
    header(null);
    expect(tools()).toEqual(['Guided voting', 'Sources', 'Analysis', 'History', 'Questions', 'Conclusion']);
    cleanup();
    header('dana');
    expect(tools()).toEqual([
      'Guided voting',
      'Sources',
      'Analysis',
      'History',
      'Questions',
      'Conclusion',
      'Inbox',
      'Undo',
      'Redo',
    ]);
    cleanup();
    header('mona');
    expect(tools()).toEqual([
      'Guided voting',
      'Sources',
      'Analysis',
      'History',
      'Questions',
      // A debate without tasks has them for moderators only, who set them.
      'Tasks',
      'Conclusion',
      'Inbox',
      'Facilitate',
      'Manage',
      'Undo',
      'Redo',
    ]);
  });

  test('an observer has neither something to undo nor a vote', () => {
    header('otto');
    expect(tools()).not.toContain('Undo');
    expect(tools()).not.toContain('Guided voting');
  });

  test('Undo is offered once there is something to undo', () => {
    const { store } = header('dana');
    const undo = () => screen.getByRole('button', { name: 'Undo' });
    expect(undo().getAttribute('aria-disabled')).toBe('true');
    act(() => void store.submit(agree('c-a')));
    expect(undo().getAttribute('aria-disabled')).toBeNull();
  });

  test('the viewer’s own name is not beside their face', () => {
    header('dana');
    expect(screen.getByRole('banner').textContent).not.toContain('Dana');
  });
});

test('the ways to invite others say that no one has joined while people only read, and leave once someone has', async () => {
  const debate = new DebateBuilder().does(SYSTEM, CREATE);
  const { store, update } = show(
    debate,
    'olga',
    <FollowProvider>
      <BoardHeader />
    </FollowProvider>,
  );
  const here = [{ connection: 'a', participantId: null, at: null, writing: false }];
  act(() => store.presence.applyPresence({ here, gone: [] }));
  const strip = await screen.findByRole('region', { name: 'Invite people' });
  expect(strip.textContent).toContain('No one else has joined yet.');
  debate.does(SYSTEM, { type: 'participant.join', participantId: 'dana', role: 'debater' });
  update();
  expect(screen.queryByRole('region', { name: 'Invite people' })).toBeNull();
});

describe('guided voting', () => {
  test('G and the tool open it on what the board shows, the debate or a branch, and close it', () => {
    header('susi');
    press('g');
    expect(asksAbout()).toBe('all');
    press('g');
    expect(asksAbout()).toBe('closed');
    fireEvent.click(screen.getByRole('button', { name: 'Look at a branch' }));
    fireEvent.click(screen.getByRole('button', { name: 'Guided voting' }));
    expect(asksAbout()).toBe('c-b');
    fireEvent.click(screen.getByRole('button', { name: 'Guided voting' }));
    expect(asksAbout()).toBe('closed');
    press('g');
    expect(asksAbout()).toBe('c-b');
  });

  test('an observer has no command for it, and hears why the key does nothing', async () => {
    header('otto');
    press('g');
    expect(asksAbout()).toBe('closed');
    expect(screen.getByText(/^You can read this debate/)).toBeTruthy();
    press('k', true);
    expect(await screen.findByRole('option', { name: /^Analysis/ })).toBeTruthy();
    expect(screen.queryByRole('option', { name: /^Guided voting/ })).toBeNull();
    cleanup();
    header('susi');
    press('k', true);
    expect(await screen.findByRole('option', { name: /^Guided voting/ })).toBeTruthy();
  });
});
