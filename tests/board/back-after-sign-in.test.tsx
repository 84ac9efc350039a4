// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import JoinDialog from '../../app/_board/features/joining/join-dialog.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import { NotFoundNotice } from '../../app/not-found-notice.tsx';
import { safeRedirectPath } from '../../server/http/answers/safe-redirect-path.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

const BOARD = '/debates/a-debate';

afterEach(() => {
  cleanup();
  window.history.replaceState(null, '', '/');
});

/** The page to which the link to sign in leads back. */
function back(): string {
  const { search } = new URL(screen.getByRole<HTMLAnchorElement>('link', { name: /^Sign in/ }).href);
  return safeRedirectPath(new URLSearchParams(search).get('returnTo'));
}

test('from a debate that may not be read, signing in leads back to the claim in the address', () => {
  window.history.replaceState(null, '', `${BOARD}#c-a`);
  render(
    <MessageProvider locale="en" messages={en}>
      <NotFoundNotice returnTo={BOARD} />
    </MessageProvider>,
  );
  expect(back()).toBe(`${BOARD}#c-a`);
});

/** A button that asks a reader to join. */
function Asked() {
  const [isAsked, setAsked] = useState(false);
  if (isAsked) return <JoinDialog onSignedIn={() => undefined} onClose={() => undefined} />;
  return (
    <button type="button" onClick={() => setAsked(true)}>
      Vote
    </button>
  );
}

test.each([
  ['people with an account', true],
  ['guests too', false],
])(
  'from the dialog for joining a debate of %s, signing in leads back to the open claim',
  async (_, accounts) => {
    window.history.replaceState(null, '', BOARD);
    const debate = aDebate();
    if (accounts) debate.does('olga', { type: 'debate.configure', accounts });
    show(debate, null, <Asked />);
    window.history.replaceState(null, '', `${BOARD}#c-a`);
    await userEvent.click(screen.getByRole('button', { name: 'Vote' }));
    expect(back()).toBe(`${BOARD}#c-a`);
  },
);
