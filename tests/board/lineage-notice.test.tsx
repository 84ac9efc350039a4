// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import LineageNotice from '../../app/_board/features/lineage/lineage-notice.tsx';
import { NO_READ_MARKS } from '../../domain/unread/read-marks.ts';
import { aDebate, merge, newClaim, SPLIT } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const notice = () => document.querySelector('[data-notice]');
/** The words said to screen readers, in a region that is there from the start. */
const spoken = () => document.querySelector('[data-spoken]')?.textContent;

/** Dana's page after `who` has split her claim and merged another one since she left; true for an anonymous debate. */
function pageAfter(who: string, isAnonymous: boolean): void {
  const debate = aDebate().does('dana', newClaim('o', 'east'));
  if (isAnonymous) debate.does('olga', { type: 'debate.configure', names: 'anonymous' });
  const left = debate.state.at;
  debate.now += 1_000;
  debate.does(who, SPLIT).does('mona', merge('c-o', 'c-a'));
  const { store } = show(debate, 'dana', <LineageNotice />);
  expect(spoken()).toBe('');
  act(() => store.markSeen({ ...NO_READ_MARKS, left }));
}

test('a person reads, and hears, what a moderator did with their claims since they left', () => {
  pageAfter('mona', false);
  expect(notice()?.textContent).toContain('Your claim');
  expect(notice()?.textContent).toContain(spoken());
  expect(spoken()).not.toBe('');
});

test('in an anonymous debate, where it may have been that person, nothing is said', () => {
  pageAfter('dana', true);
  expect(notice()).toBeNull();
  expect(spoken()).toBe('');
});
