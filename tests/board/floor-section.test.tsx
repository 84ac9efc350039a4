// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { FloorSection } from '../../app/_board/features/floor/floor-section.tsx';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { aDebate, type DebateBuilder, meet } from '../support/debate-builder.ts';
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

test('[FL2] [FL8] in a closed debate nobody is given the floor or invited; an invitation can still be withdrawn', () => {
  const debate = aDebate().does('olga', { type: 'floor.invite', participantId: 'dana' });
  const status = (to: 'open' | 'closed') => ({ type: 'debate.setStatus', status: to }) as const;
  debate.does('olga', status('closed'));
  const { update } = show(debate, 'olga', <FloorSection />);
  expect(screen.queryByRole('button', { name: /^(Give|Invite)/ })).toBeNull();
  expect(screen.getAllByRole('button')).toHaveLength(1);
  expect(screen.queryByText(/^Only the person you invite/)).toBeNull();
  debate.does('olga', status('open'));
  update();
  expect(screen.getAllByRole('button', { name: /^Give/ })).not.toHaveLength(0);
  expect(screen.getAllByRole('button', { name: /^Invite/ })).not.toHaveLength(0);
  expect(screen.getByText(/^Only the person you invite/)).toBeDefined();
});

test('giving the floor moves the focus to the speaker, and ending the speech to the queue', async () => {
  const debate = aDebate().does('olga', meet(true)).does('dana', { type: 'hand.raise' });
  show(debate, 'mona', <FloorSection />);
  await userEvent.click(screen.getByRole('button', { name: /^Give the floor to / }));
  expect(document.activeElement?.textContent).toMatch(/is speaking/);
  await userEvent.click(screen.getByRole('button', { name: 'End speech' }));
  expect(document.activeElement?.textContent).toBe('Hands up');
});

test('a speech is timed once the server has begun it, and not from the time of the last entry', async () => {
  const debate = aDebate().does('olga', meet(true)).does('dana', { type: 'hand.raise' });
  const { update } = show(debate, 'mona', <FloorSection />);
  await userEvent.click(screen.getByRole('button', { name: /^Give the floor to / }));
  expect(screen.getByText(/is speaking/)).toBeDefined();
  expect(screen.queryByRole('timer')).toBeNull();
  debate.now = Date.now();
  debate.does('mona', { type: 'floor.give', to: 'dana', seconds: 120 });
  update();
  expect(screen.getByRole('timer').textContent).toMatch(/^0(2:00|1:5\d)$/);
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

/** With 70 more debaters. */
function withMany(): { debate: DebateBuilder; many: readonly string[] } {
  const many = Array.from({ length: 70 }, (_, nth) => `p${nth}`);
  const debate = aDebate();
  for (const participantId of many)
    debate.does(SYSTEM, { type: 'participant.join', participantId, role: 'debater' });
  return { debate, many };
}
const linesAfter = (heading: string) =>
  screen.getByText(heading).parentElement?.querySelector('ol, ul')?.children ?? [];

test('raised hands are listed 50 at a time', async () => {
  const { debate, many } = withMany();
  for (const id of many) debate.does(id, { type: 'hand.raise' });
  show(debate, 'mona', <FloorSection />);
  expect(linesAfter('Hands up')).toHaveLength(50);
  await userEvent.click(screen.getByText('Show 20 more'));
  expect(linesAfter('Hands up')).toHaveLength(70);
  expect(document.activeElement?.closest('li')).toBe(linesAfter('Hands up')[50]);
});

test('people not yet heard are listed 12 at first, and 50 more at a time', async () => {
  const { debate } = withMany();
  debate.does('p1', { type: 'hand.raise' }).does('olga', { type: 'floor.give', to: 'p2', seconds: null });
  show(debate, 'mona', <FloorSection />);
  expect(linesAfter('Not yet heard')).toHaveLength(12);
  await userEvent.click(screen.getByText('Show 50 more'));
  expect(linesAfter('Not yet heard')).toHaveLength(62);
  await userEvent.click(screen.getByText('Show 9 more'));
  // Dana, Emil and Susi are debaters, too; a raised hand and the speaker are not listed.
  expect(linesAfter('Not yet heard')).toHaveLength(71);
});

test('the people who have spoken are listed 50 at a time, the longest first', async () => {
  const { debate, many } = withMany();
  for (const to of many) {
    debate.now += 1_000;
    debate.does('olga', { type: 'floor.give', to, seconds: null });
  }
  show(debate, 'mona', <FloorSection />);
  expect(linesAfter('Time spoken')).toHaveLength(50);
  await userEvent.click(screen.getByText('Show 19 more'));
  expect(linesAfter('Time spoken')).toHaveLength(69);
  expect(document.activeElement).toBe(linesAfter('Time spoken')[50]);
});
