// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import ActivityPane from '../../app/_board/features/activity/activity-pane.tsx';
import { MailForm } from '../../app/_board/features/invitations/mail-form.tsx';
import { MailedList } from '../../app/_board/features/invitations/mailed-list.tsx';
import { NewInvitation } from '../../app/_board/features/invitations/new-invitation.tsx';
import JoinDialog from '../../app/_board/features/joining/join-dialog.tsx';
import { AskForm } from '../../app/_board/features/questions/ask-form.tsx';
import { ModerationQueue } from '../../app/_board/manage/moderation-queue.tsx';
import { ReasonsForm } from '../../app/_board/manage/reasons-form.tsx';
import type { Mailed } from '../../domain/protocol/route-answers.ts';
import { aDebate, comment, hold } from '../support/debate-builder.ts';
import { show } from './show.tsx';

/** Requests of a part, none of which is answered. */
const sent = vi.fn(() => new Promise<never>(() => undefined));
const nothing = () => undefined;

beforeEach(() => vi.stubGlobal('fetch', sent));
afterEach(() => {
  cleanup();
  sent.mockClear();
  vi.unstubAllGlobals();
});

const SENT: Mailed = {
  id: 'i-a',
  email: 'ann@example.org',
  role: 'debater',
  state: 'sent',
  madeAt: 0,
  expiresAt: 1_000,
};
/** An invitation that can be revoked. */
function Mailing() {
  const [state, setState] = useState<Mailed['state']>('sent');
  return (
    <MailedList mailed={[{ ...SENT, state }]} onAgain={null} onRevoke={async () => setState('revoked')} />
  );
}
const buttonOf = (name: RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
/** True if the button keeps the focus although pressing it does nothing. */
const isUnavailable = (button: HTMLButtonElement) =>
  button.getAttribute('aria-disabled') === 'true' && !button.disabled;

describe('a press that takes a while keeps the focus on its button, and a second one does nothing', () => {
  test.each([
    ['a link or code', <NewInvitation key="" onMake={sent} />, /^Create$/, nothing],
    [
      'emails',
      <MailForm key="" onSend={sent} />,
      /^Send invitations$/,
      () => userEvent.type(screen.getByRole('textbox', { name: 'Email addresses' }), 'ann@example.org'),
    ],
    [
      'an email again',
      <MailedList key="" mailed={[SENT]} onAgain={sent} onRevoke={sent} />,
      /^Send again/,
      nothing,
    ],
    [
      'no email any longer',
      <MailedList key="" mailed={[SENT]} onAgain={sent} onRevoke={sent} />,
      /^Revoke/,
      nothing,
    ],
  ])('%s', async (_, part, name, begin) => {
    show(aDebate(), 'olga', part);
    await begin();
    const button = buttonOf(name);
    await userEvent.click(button);
    expect(isUnavailable(button)).toBe(true);
    expect(document.activeElement).toBe(button);
    await userEvent.click(button);
    const form = button.closest('form');
    if (form) fireEvent.submit(form);
    expect(sent).toHaveBeenCalledOnce();
  });

  test('joining', async () => {
    show(aDebate(), null, <JoinDialog onSignedIn={nothing} onClose={nothing} />);
    await userEvent.type(screen.getByLabelText('Your name'), 'Nia');
    const button = buttonOf(/^Join the debate$/);
    await userEvent.click(button);
    await expect.poll(() => sent.mock.calls).toHaveLength(1);
    expect(isUnavailable(button)).toBe(true);
    fireEvent.submit(button.closest('form') ?? expect.fail());
    await act(async () => new Promise((resolve) => setTimeout(resolve)));
    expect(sent).toHaveBeenCalledOnce();
  });
});

test('a revoked invitation takes the focus of its button that is gone', async () => {
  show(aDebate(), 'olga', <Mailing />);
  await userEvent.click(buttonOf(/^Revoke/));
  expect(screen.queryByRole('button', { name: /^Revoke/ })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('listitem'));
});

test('earlier activity is fetched once at a time, by a button that keeps the focus', async () => {
  const item = { at: 1_000, by: 'dana', kind: 'claims', what: 'added', on: 'c-a', other: null };
  vi.stubGlobal('fetch', (address: string) =>
    address.includes('before') ? sent() : Response.json({ ok: true, happenings: [item], next: 5 }),
  );
  show(aDebate(), 'dana', <ActivityPane />);
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Show earlier' });
  await expect.poll(() => button.getAttribute('aria-disabled')).toBeNull();
  await userEvent.click(button);
  await userEvent.click(button);
  expect(isUnavailable(button)).toBe(true);
  expect(sent).toHaveBeenCalledOnce();
});

test('approving some leaves the focus on the button, and approving the rest moves it to the heading', async () => {
  const ids = ['m-1', 'm-2', 'm-3', 'm-4'];
  const debate = aDebate().does('dana', ...ids.map((commentId) => comment({ commentId })));
  show(debate.does('mona', hold(...ids)), 'mona', <ModerationQueue />);
  const button = buttonOf(/^Approve (selected|\d)/);
  expect(isUnavailable(button)).toBe(true);
  await userEvent.click(screen.getAllByRole('checkbox', { name: 'Select' })[0] ?? expect.fail());
  await userEvent.click(button);
  expect(isUnavailable(button)).toBe(true);
  expect(document.activeElement).toBe(button);
  await userEvent.click(screen.getByRole('checkbox', { name: /^Select all/ }));
  await userEvent.click(button);
  expect(button.isConnected).toBe(false);
  expect(document.activeElement?.tagName).toBe('H3');
});

test('saved reasons leave the focus on the button, and nothing is saved twice', async () => {
  const { asked } = show(aDebate(), 'mona', <ReasonsForm />);
  await userEvent.type(screen.getByRole('textbox'), '\nrude');
  const button = buttonOf(/^Save$/);
  await userEvent.click(button);
  expect(isUnavailable(button)).toBe(true);
  fireEvent.submit(button.closest('form') ?? expect.fail());
  expect(asked()).toHaveLength(1);
});

test('a question that was asked leaves the focus on the button, and an empty one is not sent', async () => {
  const { asked } = show(aDebate(), 'emil', <AskForm />);
  await userEvent.type(screen.getByRole('textbox'), 'What of the rain?');
  const button = buttonOf(/^Ask$/);
  await userEvent.click(button);
  expect(isUnavailable(button)).toBe(true);
  fireEvent.submit(button.closest('form') ?? expect.fail());
  expect(asked()).toHaveLength(1);
});
