// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { FloorSection } from '../../app/_board/features/floor/floor-section.tsx';
import { PollsSection } from '../../app/_board/features/polls/polls-section.tsx';
import { SpotlightSection } from '../../app/_board/features/spotlight/spotlight-section.tsx';
import { aDebate, quickPoll } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const inUse = () =>
  aDebate()
    .does('dana', { type: 'hand.raise' })
    .does('mona', { type: 'spotlight.set', on: '~opinions', call: false }, quickPoll('q-1'));

test.each<[string, ReactNode, RegExp]>([
  ['the floor', <FloorSection key="floor" />, /^Give the floor to /],
  ['a poll', <PollsSection key="polls" />, /^Close poll/],
  ['the spotlight', <SpotlightSection key="spotlight" />, /^Clear spotlight/],
])('a person who facilitates no longer, and acts on %s, reads why not', async (_, section, name) => {
  const { asked } = show(inUse(), 'dana', section);
  await userEvent.click(screen.getByRole('button', { name }));
  expect(screen.getByText(/role in this debate doesn’t allow/)).toBeDefined();
  expect(asked()).toEqual([]);
});

test('a facilitator who sets what is already so reads nothing', async () => {
  const { store } = show(inUse(), 'mona', <FloorSection />);
  const order = screen.getByLabelText<HTMLSelectElement>('Order');
  await userEvent.selectOptions(order, order.value);
  expect(screen.queryByText(/Nothing to change/)).toBeNull();
  expect(store.state().replica.pending).toEqual([]);
});
