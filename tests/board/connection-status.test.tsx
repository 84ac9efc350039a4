// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import { BoardProvider } from '../../app/_board/core/store/board-context.tsx';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { ConnectionStatus } from '../../app/_board/header/connection-status.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { aDebate, agree } from '../support/debate-builder.ts';
import { welcomeOf } from './welcome-of.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('a change without an answer shows as not saved within two seconds, until it is acknowledged; a lost connection at once (I10)', async () => {
  const debate = aDebate();
  let listener: TransportListener | null = null;
  let acknowledge: (answer: OperationAnswer) => void = () => undefined;
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      listener = to;
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) => welcomeOf(debate, 'dana', after),
    submit: () =>
      new Promise((resolve) => {
        acknowledge = resolve;
      }),
  };
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), transport);
  store.enableRules(RULES);
  render(
    <MessageProvider locale="en" messages={en}>
      <BoardProvider value={store}>
        <ConnectionStatus />
      </BoardProvider>
    </MessageProvider>,
  );
  const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
  const said = () => screen.getByRole('status').textContent;
  store.connect();
  await pass(0);
  const live = said();
  act(() => void store.submit(agree('c-a')));
  await pass(2_000);
  expect(said()).toBe('1 change not saved yet');
  await pass(60_000);
  expect(said()).toBe('1 change not saved yet');
  const before = debate.state.seq;
  debate.does('dana', agree('c-a'));
  act(() => listener?.frame({ ...debate.frame('dana', before) }));
  await act(async () => acknowledge({ ok: true, seq: debate.state.seq }));
  expect(said()).toBe(live);
  act(() => listener?.disconnected());
  expect(said()).not.toBe(live);
});

test('the number of people here is shown beside “Live”, and not spoken', async () => {
  const debate = aDebate();
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) => ({
      ...welcomeOf(debate, 'dana', after),
      present: [{ connection: 'k-1', participantId: 'mona', at: null, writing: false }],
    }),
  };
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), transport);
  store.enableRules(RULES);
  const { container } = render(
    <MessageProvider locale="en" messages={en}>
      <BoardProvider value={store}>
        <ConnectionStatus />
      </BoardProvider>
    </MessageProvider>,
  );
  store.connect();
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(container.textContent).toBe('Live · 1 here');
  expect(screen.getByRole('status').textContent).toBe('Live');
});
