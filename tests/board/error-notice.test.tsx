// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import DebateError from '../../app/debates/[id]/error.tsx';

afterEach(cleanup);

test('“Try again” fetches a page that failed on the server again, not only shows it once more', () => {
  // Next passes both.
  const given = { retry: vi.fn(), reset: vi.fn() };
  render(
    <MessageProvider locale="en" messages={en}>
      <DebateError error={new Error('The database does not answer')} {...given} />
    </MessageProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(given.retry).toHaveBeenCalledOnce();
  expect(given.reset).not.toHaveBeenCalled();
});
