// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { StripWhenOn } from '../../app/_board/screens/strip-when-on.tsx';
import { aDebate, meet } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const regions = () => [...document.querySelectorAll('[aria-live]:not([data-message] *), [role="status"]')];
const spoken = () =>
  regions()
    .map(({ textContent }) => textContent)
    .join('');
const give = (to: string | null, from: string | null) =>
  ({ type: 'floor.give', to, seconds: 60, from }) as const;

test('a change of speaker is announced by a live region that was there before, and its end by none', () => {
  const debate = aDebate().does('olga', meet(true));
  const { update } = show(debate, 'dana', <StripWhenOn />);
  const before = regions();
  debate.does('olga', give('dana', null));
  update();
  expect(spoken()).toBe('You have the floor');
  debate.does('olga', give('emil', 'dana'));
  update();
  expect(spoken()).toMatch(/^\S+ is speaking$/);
  debate.does('olga', { ...give(null, 'emil'), seconds: null });
  update();
  expect(spoken()).toBe('');
  expect(regions()).toEqual(before);
});

test('a speech that was going on when the page began is not announced, nor more time for it', () => {
  const debate = aDebate().does('olga', meet(true), give('emil', null));
  const { update } = show(debate, 'dana', <StripWhenOn />);
  expect(spoken()).toBe('');
  debate.does('olga', { ...give('emil', 'emil'), seconds: 90 });
  update();
  expect(spoken()).toBe('');
});
