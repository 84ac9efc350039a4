// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import PersonNotices from '../../app/_board/screens/person-notices.tsx';
import { aDebate, newClaim, report, settle } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

test('a change of the debate goes through nobody’s reports again', () => {
  const debate = aDebate().does('emil', report('r-1', 'c-a'));
  const { store } = show(debate, 'mona', <PersonNotices />);
  const one = store.state().replica.view.reports.get('r-1') ?? expect.fail('no report');
  const author = vi.fn(() => 'emil');
  Object.defineProperty(one, 'author', { get: author });
  act(() => void store.submit(newClaim('more', 'east')));
  expect(store.state().replica.view.claims.has('c-more')).toBe(true);
  expect(author).not.toHaveBeenCalled();
});

test('a participant reads what became of their report', async () => {
  const debate = aDebate().does('emil', report('r-1', 'c-a'));
  const { update } = show(debate, 'emil', <PersonNotices />);
  const notice = () => document.querySelector<HTMLElement>('[data-notice]');
  expect(notice()).toBeNull();
  debate.does('mona', settle('no_action', 'r-1'));
  update();
  await expect.poll(() => notice()?.dataset.notice).toBe('reports');
  // Said to screen readers as well, in a region that was there before.
  expect(document.querySelector('[data-spoken]')?.textContent).toContain(
    notice()?.querySelector('p')?.textContent,
  );
});
