// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { claimDrafts, hasWordsInForms } from '../../app/_board/core/forms/claim-drafts.ts';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import SignOutDialog from '../../app/_ui/sign-out/sign-out-dialog.tsx';
import { SignOutForm } from '../../app/_ui/sign-out/sign-out-form.tsx';
import { keepDraft, readDraft } from '../../app/_ui/stored-draft.ts';

afterEach(cleanup);

test.each([
  ['an account', 'This browser keeps it until you sign in again.', false],
  ['a guest', 'will be lost when you sign out', true],
])('the changes that %s has not sent: %s', (_, says, isGuest) => {
  render(
    <MessageProvider locale="en" messages={en}>
      <SignOutDialog
        unsent={new Map([['a-debate', 1]])}
        isGuest={isGuest}
        onSignOut={() => undefined}
        onClose={() => undefined}
      />
    </MessageProvider>,
  );
  expect(screen.getByText(/1 change hasn’t been sent/).textContent).toContain(says);
});

test('text in a form that was not sent is named before it is deleted; an empty one needs no question', async () => {
  claimDrafts('a-debate', 'dana');
  keepDraft('a-debate:question', 'Who pays?');
  render(
    <MessageProvider locale="en" messages={en}>
      <SignOutForm action="/api/signout" label="Sign out" isGuest={false} participantIds={['dana']} />
    </MessageProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sign out?' });
  expect(dialog.textContent).toContain(
    'What you began to write in this tab and haven’t sent will be deleted.',
  );
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(readDraft('a-debate:question')).toBe('Who pays?');
  keepDraft('a-debate:question', '');
  expect(hasWordsInForms()).toBe(false);
});
