// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { FloorSection } from '../../app/_board/features/floor/floor-section.tsx';
import { aDebate, meet } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

test('the floor is given to someone without a hand up by the button, not by the list', async () => {
  const { asked } = show(aDebate(), 'mona', <FloorSection />);
  const give = screen.getByRole('button', { name: 'Give the floor' });
  await userEvent.click(give);
  expect(give.getAttribute('aria-disabled')).toBe('true');
  const list = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Someone without a hand up' });
  await userEvent.click(list);
  await userEvent.selectOptions(list, 'dana');
  expect(asked()).toEqual([]);
  await userEvent.click(give);
  expect(asked()).toEqual([{ type: 'floor.give', to: 'dana', seconds: 120, from: null }]);
  expect(document.activeElement).toBe(give);
  expect(list.value).toBe('');
});

test('giving the floor moves the focus to the speaker, and ending the speech to the queue', async () => {
  const debate = aDebate().does('olga', meet(true)).does('dana', { type: 'hand.raise' });
  show(debate, 'mona', <FloorSection />);
  await userEvent.click(screen.getByRole('button', { name: /^Give the floor to / }));
  expect(document.activeElement?.textContent).toMatch(/is speaking/);
  await userEvent.click(screen.getByRole('button', { name: 'End speech' }));
  expect(document.activeElement?.textContent).toBe('Hands up');
});

test('the floor is taken from the speaker who is shown, and from nobody else', async () => {
  const debate = aDebate().does('dana', { type: 'hand.raise' });
  debate.does('olga', { type: 'floor.give', to: 'emil', seconds: 60 });
  const { asked } = show(debate, 'mona', <FloorSection />);
  await userEvent.click(screen.getByRole('button', { name: '+30 s' }));
  await userEvent.click(screen.getByRole('button', { name: /^Give the floor to / }));
  await userEvent.click(screen.getByRole('button', { name: 'End speech' }));
  expect(asked()).toEqual([
    { type: 'floor.give', to: 'emil', seconds: 90, from: 'emil' },
    { type: 'floor.give', to: 'dana', seconds: 120, from: 'emil' },
    { type: 'floor.give', to: null, seconds: null, from: 'dana' },
  ]);
});

test('lowering a hand for someone moves the focus to the queue', async () => {
  const debate = aDebate().does('olga', meet(true)).does('dana', { type: 'hand.raise' });
  show(debate, 'mona', <FloorSection />);
  await userEvent.click(screen.getByRole('button', { name: /^Lower .* hand$/ }));
  expect(document.activeElement?.textContent).toBe('Hands up');
});
