// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { FloorPart, Hand } from '../../app/_board/features/floor/floor-part.tsx';
import { aDebate, meet } from '../support/debate-builder.ts';
import { inviteToSpeak } from '../support/pairs/made-operations.ts';
import { show } from './show.tsx';

afterEach(cleanup);

test.each([
  ['dana', 1],
  ['mona', 0],
  ['olga', 0],
])('participants raise a hand, moderators do not: %s', (who, buttons) => {
  show(aDebate(), who, <Hand />);
  expect(screen.queryAllByRole('button', { name: 'Raise hand' })).toHaveLength(buttons);
});

test.each([
  ['Raise hand', 'true'],
  ['Not now', 'false'],
])('the answer “%s” to an invitation gives its focus to the hand', async (answer, raised) => {
  const debate = aDebate().does('olga', meet(true), inviteToSpeak('dana'));
  show(debate, 'dana', <FloorPart />);
  const button = screen.getByRole('button', { name: answer });
  button.focus();
  await userEvent.keyboard('{Enter}');
  expect(button.isConnected).toBe(false);
  expect(document.activeElement?.textContent).toMatch(/^(Raise|Lower) hand/);
  expect(document.activeElement?.getAttribute('aria-pressed')).toBe(raised);
});

test('an invitation to speak is said to screen readers and stands where it is answered, with no message over it', () => {
  const debate = aDebate().does('olga', meet(true));
  const { update } = show(debate, 'dana', <FloorPart />);
  const said = () => document.querySelector('[data-spoken]')?.textContent;
  expect(said()).toBe('');
  debate.does('olga', inviteToSpeak('dana'));
  update();
  expect(said()).toContain('would like to hear from you');
  expect(screen.getByRole('region', { name: 'Invitation to speak' }).textContent).toContain(said());
  expect(document.querySelector('[data-message][data-shown]')).toBeNull();
});
