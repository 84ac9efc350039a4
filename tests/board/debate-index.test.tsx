// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import { DebateIndex } from '../../app/home/debate-index.tsx';

afterEach(cleanup);

function showIndex(count: number) {
  const debates = Array.from({ length: count }, (_, n) => ({
    id: `d${n}`,
    text: `Debate ${n}\n${n % 2 ? 'Walkers' : 'Drivers'}`,
    card: `Debate ${n}`,
  }));
  render(
    <MessageProvider locale="en" messages={en}>
      <DebateIndex title="Debates" debates={debates} />
    </MessageProvider>,
  );
}

const shown = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

test('from 12 debates on the index is filtered by each word, in motions and positions', async () => {
  showIndex(12);
  const user = userEvent.setup();
  const status = screen.getByRole('status');
  expect(status.textContent).toBe('');
  await user.type(screen.getByRole('searchbox', { name: 'Filter debates' }), 'walkers 1');
  expect(shown()).toEqual(['Debate 1', 'Debate 11']);
  expect(status.textContent).toBe('2 debates');
  expect(screen.getByRole('status')).toBe(status);
});

test('a short index has no filter', () => {
  showIndex(11);
  expect(shown()).toHaveLength(11);
  expect(screen.queryByRole('searchbox')).toBeNull();
});
