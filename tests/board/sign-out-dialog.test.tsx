// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import SignOutDialog from '../../app/_ui/sign-out/sign-out-dialog.tsx';

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
