// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { StatusNote } from '../../app/_board/header/status-note.tsx';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { aDebate, CREATE } from '../support/debate-builder.ts';
import { newGroup } from '../support/grouped.ts';
import { setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

afterEach(cleanup);

test('[LI12] [LI13] an owner reads on which day a quiet debate is archived or deleted, and reopens it with one press', () => {
  const at = Date.UTC(2031, 0, 31, 12);
  const owner = CREATE.ownerId;
  show(aDebate(), owner, <StatusNote quietEnd={{ what: 'archive', at }} />);
  expect(screen.getByText(/On January 31, 2031 this debate will be archived/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Reopen' })).toBeNull();
  cleanup();
  const archived = aDebate().does(owner, { type: 'debate.setStatus', status: 'archived' });
  const { store } = show(archived, owner, <StatusNote quietEnd={{ what: 'delete', at }} />);
  expect(screen.getByText(/it will be deleted on January 31, 2031/)).toBeDefined();
  act(() => screen.getByRole('button', { name: 'Reopen' }).click());
  expect(store.state().replica.view.head?.status).toBe('open');
  expect(screen.queryByText(/deleted on/)).toBeNull();
});

test.each([
  ['Reopen', { type: 'debate.setStatus', status: 'closed' }],
  ['Restore debate', { type: 'debate.delete', deleted: true }],
] as const)('“%s” goes away with its note, and gives the focus to the debate', async (name, ended) => {
  const owner = CREATE.ownerId;
  show(
    aDebate().does(owner, ended),
    owner,
    <>
      <StatusNote quietEnd={null} />
      <main id="debate" tabIndex={-1} />
    </>,
  );
  const button = screen.getByRole('button', { name });
  button.focus();
  await userEvent.keyboard('{Enter}');
  expect(button.isConnected).toBe(false);
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

test('[BL1] a closed debate says that what its phase hides is still hidden', () => {
  const debate = aDebate().does(CREATE.ownerId, setAgenda([WRITING]), turnTo(WRITING.id));
  const closed = debate.does(CREATE.ownerId, { type: 'debate.setStatus', status: 'closed' });
  const { update } = show(closed, 'dana', <StatusNote quietEnd={null} />);
  expect(screen.getByText(/What was added in the last phase is still hidden\./)).toBeDefined();
  closed.does(CREATE.ownerId, turnTo(null, WRITING.id));
  update();
  expect(screen.queryByText(/still hidden/)).toBeNull();
});

test('the page of an ended group says so, and leads back to the main debate', () => {
  const ended = newGroup().does(SYSTEM, { type: 'debate.setStatus', status: 'closed' });
  show(ended, CREATE.ownerId, <StatusNote quietEnd={null} />);
  expect(screen.getByText(/^This small group has ended\./)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Back to main debate' }).getAttribute('href')).toBe(
    '/debates/d-plenary',
  );
});
