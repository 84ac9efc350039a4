// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useBoardStore } from '../../app/_board/core/store/board-context.tsx';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport } from '../../app/_board/core/transport/transport.ts';
import { persistReadMarks } from '../../app/_board/core/unread/persist-read-marks.ts';
import { shownInPanel } from '../../app/_board/core/view/panes.ts';
import { useViewPart, useViewStore } from '../../app/_board/core/view/view-provider.tsx';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { Outline } from '../../app/_board/outline/outline.tsx';
import { SidePanel } from '../../app/_board/panel/side-panel.tsx';
import { NO_READ_MARKS } from '../../domain/unread/read-marks.ts';
import { packReadMarks } from '../../domain/unread/sent-read-marks.ts';
import { aDebate, comment, newClaim, targetOf } from '../support/debate-builder.ts';
import { show } from './show.tsx';
import { welcomeOf } from './welcome-of.ts';

const NARROW = { matches: false, addEventListener: () => {}, removeEventListener: () => {} };

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal('matchMedia', () => ({ ...NARROW }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

/** The outline with the sheet over it, and what a link or a search result does: it opens a claim. */
function Phone() {
  const selected = useViewPart((parts) => parts.selected);
  const { select } = useViewActs();
  const open = (id: string) => (
    <button type="button" onClick={() => select({ kind: 'claim', id })}>
      Open {id}
    </button>
  );
  return (
    <FollowProvider>
      <button type="button" onClick={() => select(targetOf('c-a'), 'm-1')}>
        Go to comment
      </button>
      {open('c-a')}
      {open('c-other')}
      <Outline branch={undefined} after={undefined} />
      {selected && <SidePanel />}
    </FollowProvider>
  );
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const sheet = () => screen.getByRole('complementary');
const pressInSheet = async (name: string | RegExp) => {
  const [button = document.body] = within(sheet()).getAllByRole('button', { name });
  await userEvent.click(button);
};
const shown = () => show(aDebate().does('dana', newClaim('other', 'east')), 'dana', <Phone />);

describe('in the sheet of a claim on a phone', () => {
  test('a challenge of its step is written where the arguments are shown, in one field', async () => {
    shown();
    await press('Open c-a');
    await pressInSheet(/^(No|\d+) comments?$/);
    expect(sheet().querySelector('article')?.getAttribute('data-tab')).toBe('comments');
    await pressInSheet(/^Doesn’t follow/);
    const field = await within(sheet()).findByRole('form', { name: /doesn’t follow$/ });
    expect(field.closest('[data-section="arguments"]')).not.toBeNull();
    expect(sheet().querySelector('article')?.getAttribute('data-tab')).toBe('attack');
    expect(screen.getAllByRole('form', { name: /doesn’t follow$/ })).toHaveLength(1);
  });

  test('an added argument gets the focus, and is read out; without one its button has it again', async () => {
    shown();
    await press('Open c-a');
    await pressInSheet('Support');
    const field = async () =>
      within(await within(sheet()).findByRole('form', { name: /^New support/ })).getByRole('textbox');
    await userEvent.type(await field(), 'Ships carry it.');
    await pressInSheet(/^Add/);
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('Ships carry it.'));
    expect(document.activeElement?.closest('[data-column="support"]')).not.toBeNull();
    await pressInSheet('Support');
    await field();
    await pressInSheet('Cancel');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Support'));
  });

  test('a claim that was reworded gets the focus, and is read out', async () => {
    shown();
    await press('Open c-other');
    await pressInSheet('More actions');
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Edit/ }));
    await userEvent.click(await within(sheet()).findByRole('button', { name: 'Done' }));
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('H2'));
  });

  test('a text begun at another claim takes neither the vote nor the focus, and waits behind the sheet', async () => {
    shown();
    await press('Open c-a');
    await pressInSheet('Support');
    const form = await within(sheet()).findByRole('form', { name: /^New support/ });
    await userEvent.type(within(form).getByRole('textbox'), 'half a thought');
    expect(sheet().querySelector('[data-at-thumb]')).toBeNull();
    await press('Open c-other');
    expect(screen.queryByRole('form', { name: /^New support/ })).toBeNull();
    const bar = sheet().querySelector<HTMLElement>('[data-at-thumb]');
    expect(bar && within(bar).getByRole('button', { name: /^Agree/ })).not.toBeNull();
    await pressInSheet('Back to debate');
    const again = await screen.findByRole('form', { name: /^New support/ });
    expect(within(again).getByRole<HTMLTextAreaElement>('textbox').value).toBe('half a thought');
  });
});

test('a comment that a link leads to is in front on a phone, also of another tab', async () => {
  const debate = aDebate().does('dana', newClaim('other', 'east'));
  show(debate.does('emil', comment({ commentId: 'm-1', on: targetOf('c-a') })), 'dana', <Phone />);
  await press('Go to comment');
  expect(tab()).toBe('comments');
  await pressInSheet(/^Attacks/);
  await press('Go to comment');
  expect(tab()).toBe('comments');
  await press('Open c-other');
  await press('Open c-a');
  expect(tab()).toBe('support');
});

/** The same on a page that keeps read marks. */
function PhoneWithMarks() {
  const [store, views] = [useBoardStore(), useViewStore()];
  useEffect(() => persistReadMarks(store, views, () => shownInPanel(views.read())), [store, views]);
  return <Phone />;
}

/** A page of Dana's; Emil has commented on a claim since her last visit, and `arrive` brings what the server knows of her. */
function aPageWithNews() {
  const debate = aDebate().does('dana', newClaim('other', 'east'));
  const seen = { ...NO_READ_MARKS, until: debate.state.at };
  debate.now += 1_000;
  debate.does('emil', comment({ commentId: 'm-new', on: targetOf('c-a') }));
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) => ({
      ...welcomeOf(debate, 'dana', after),
      standing: { muted: false, membership: 'member', reason: null },
    }),
    sendSeen: async () => packReadMarks(seen),
  };
  const { store } = show(debate, 'dana', <PhoneWithMarks />, [], { transport });
  const arrive = async () => {
    store.connect();
    await expect.poll(() => store.state().seen).not.toBeNull();
  };
  return { store, arrive };
}

const tab = () => sheet().querySelector('article')?.getAttribute('data-tab');

describe('a claim whose comments are new', () => {
  test('[NW1] opens on its comments on a phone, and the next time on its arguments', async () => {
    const { store, arrive } = aPageWithNews();
    await arrive();
    await press('Open c-other');
    expect(tab()).toBe('support');
    await press('Open c-a');
    expect(tab()).toBe('comments');
    expect(store.state().seen?.later.has('c-a')).toBe(true);
    await press('Open c-other');
    await press('Open c-a');
    expect(tab()).toBe('support');
  });

  test('turns to its comments once it is known that they are new, unless a tab was chosen', async () => {
    const { arrive } = aPageWithNews();
    await press('Open c-a');
    expect(tab()).toBe('support');
    await arrive();
    await expect.poll(tab).toBe('comments');
    cleanup();
    const again = aPageWithNews();
    await press('Open c-a');
    await pressInSheet(/^Attacks/);
    await again.arrive();
    const isRead = () => again.store.state().seen?.later.has('c-a');
    expect([tab(), isRead()]).toEqual(['attack', false]);
    await pressInSheet(/^\d+ comments?$/);
    expect([tab(), isRead()]).toEqual(['comments', true]);
  });
});
