// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { useInvitations } from '../../app/_board/core/invitations/use-invitations.ts';
import { InvitationList } from '../../app/_board/features/invitations/invitation-list.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const CODE = { kind: 'code', role: 'debater', uses: 0, limit: null, expiresAt: null };
const DEBATERS = { ...CODE, id: 'i-1', token: 'ABCD2345' };
const OBSERVERS = { ...CODE, id: 'i-2', token: 'EFGH2345', role: 'observer' };

/** A server with these invitations; what it is asked to make is added. */
function serving(...invitations: object[]): string[] {
  const made: string[] = [];
  vi.stubGlobal('fetch', async (_: string, { method = 'GET', body }: RequestInit = {}) => {
    if (method === 'POST') {
      made.push(`${body}`);
      invitations.push(DEBATERS);
    }
    return Response.json({ ok: true, invitations, mailed: [], mayMail: false });
  });
  return made;
}

function List({ editable }: { editable: boolean }) {
  return <InvitationList invitations={useInvitations()} editable={editable} />;
}

const CLOSE = { type: 'debate.setStatus', status: 'closed' } as const;

test.each([
  ['open', aDebate(), [false, true]],
  ['closed', aDebate().does('olga', CLOSE), [false, false]],
])(
  '[KT3] a card in a debate that is %s says whether its code is on the stage and on paper',
  async (_, debate, said) => {
    serving(OBSERVERS, DEBATERS);
    show(debate, 'olga', <List editable />);
    const cards = await screen.findAllByRole('listitem');
    const isSaid = (card: HTMLElement) => within(card).queryByText(/^The stage and printed cards/) !== null;
    expect(cards.map(isSaid)).toEqual(said);
  },
);

test('Share offers a moderator without codes to create one, and the focus goes to its card', async () => {
  const made = serving();
  show(aDebate(), 'olga', <List editable={false} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Create join code' }));
  await expect.poll(() => document.activeElement?.textContent).toMatch(/ABCD-2345/);
  expect(made.map((body) => JSON.parse(body))).toMatchObject([{ kind: 'code', holds: 'month' }]);
  expect(screen.queryByRole('button', { name: 'Create join code' })).toBeNull();
});

test('Share offers no code for a closed debate: nobody could join', async () => {
  serving();
  const closed = aDebate().does('olga', CLOSE);
  show(closed, 'olga', <List editable={false} />);
  await expect.poll(() => screen.queryByRole('status')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a card says that its link was copied, or shows the link of a code to copy by hand', async () => {
  serving(DEBATERS);
  show(aDebate(), 'olga', <List editable />);
  await userEvent.click(await screen.findByRole('button', { name: 'Copy link' }));
  await expect.poll(() => screen.getByRole('status').textContent).toBe('Copied');
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  await userEvent.click(screen.getByRole('button', { name: 'Copied' }));
  const alert = await within(screen.getByRole('listitem')).findByRole('alert');
  expect(alert.textContent).toContain('/join/ABCD2345');
  expect(screen.getByRole('status').textContent).toBe('');
});
