// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import ActivityPane from '../../app/_board/features/activity/activity-pane.tsx';
import { FloorSection } from '../../app/_board/features/floor/floor-section.tsx';
import { NO_FILTER, SearchFilters } from '../../app/_board/features/search/search-filters.tsx';
import { ModerationSection } from '../../app/_board/manage/moderation-section.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

beforeEach(() => vi.stubGlobal('fetch', noServer));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Their names stand in another order than they joined and than their ids. */
const NAMES = { olga: 'Max', mona: 'Lea', dana: 'Zoe', emil: 'ángel', susi: 'Bob', otto: 'Ana' };
const people = Object.entries(NAMES).map(([id, name]) => ({ id, name }));
const sorted = (names: readonly (string | null)[]) =>
  [...names].sort((a, b) => (a ?? '').localeCompare(b ?? ''));

test.each([
  ['the authors in Search', 'Author', <SearchFilters key="" filter={NO_FILTER} onChoose={() => undefined} />],
  ['the people in Activity', 'Person', <ActivityPane key="" />],
  ['the people without a hand up', 'Someone without a hand up', <FloorSection key="" />],
  ['the people whose contributions can be hidden', 'Person', <ModerationSection key="" />],
])('%s are listed by name', async (_, label, part) => {
  show(aDebate(), 'mona', part, people);
  const list = screen.getByRole<HTMLSelectElement>('combobox', { name: label });
  await userEvent.click(list);
  const names = [...list.options].filter(({ value }) => value !== '').map(({ textContent }) => textContent);
  expect(names.length).toBeGreaterThan(2);
  expect(names).toEqual(sorted(names));
});
