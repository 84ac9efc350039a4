// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useInvitations } from '../../app/_board/core/invitations/use-invitations.ts';
import { InvitationList } from '../../app/_board/features/invitations/invitation-list.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
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

test('[KT3] a card says that its code is the one on the stage', async () => {
  serving(OBSERVERS, DEBATERS);
  show(aDebate(), 'olga', <List editable />);
  const cards = await screen.findAllByRole('listitem');
  expect(cards.map((card) => within(card).queryByText('Shown on the stage') !== null)).toEqual([false, true]);
});
