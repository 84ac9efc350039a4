// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NO_SOURCE, type SourceDraft } from '../../app/_board/core/commands/source-draft.ts';
import { SourcePicker } from '../../app/_board/core/forms/source-picker.tsx';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import ActivityPane from '../../app/_board/features/activity/activity-pane.tsx';
import { NEW_SEARCH } from '../../app/_board/features/search/refine-search.ts';
import { SearchBar } from '../../app/_board/features/search/search-bar.tsx';
import { NO_FILTER, SearchFilters } from '../../app/_board/features/search/search-filters.tsx';
import { ModerationSection } from '../../app/_board/manage/moderation-section.tsx';
import type { Person } from '../../domain/protocol/server-messages.ts';
import { aDebate, SOURCE } from '../support/debate-builder.ts';
import { addVoters } from '../support/made-people.ts';
import { noServer, show } from './show.tsx';

beforeEach(() => vi.stubGlobal('fetch', noServer));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Options of a list without a search: 50, and the one for nothing. */
const MOST = 51;

const listOf = (label: string) => screen.getByRole<HTMLSelectElement>('combobox', { name: label });
const optionsOf = (label: string) => [...listOf(label).options].map(({ textContent }) => textContent);
const chosenOf = (label: string) => listOf(label).selectedOptions[0]?.textContent;

/** A debate with so many people, who are called Person 0, Person 1 and so on. */
function crowded(count: number, part: ReactNode) {
  const debate = aDebate();
  const people: Person[] = addVoters(debate, count).map((id, nth) => ({ id, name: `Person ${nth}` }));
  return show(debate, 'mona', part, people);
}

function Filters() {
  const [filter, setFilter] = useState(NO_FILTER);
  return <SearchFilters filter={filter} onChoose={setFilter} />;
}

test.each([
  ['the authors in Search', 'Author', <Filters key="" />],
  ['the people in Activity', 'Person', <ActivityPane key="" />],
  ['the people whose contributions can be hidden', 'Person', <ModerationSection key="" />],
])('of 500 people, %s are 50, and others are found by their name', async (_, label, part) => {
  crowded(500, part);
  expect(optionsOf(label).length).toBeLessThanOrEqual(MOST);
  expect(screen.getByText(/^and \d+ more: type to narrow them down$/)).toBeTruthy();
  const field = screen.getByRole('searchbox', { name: 'Find by name' });
  await userEvent.type(field, 'person 42');
  const best = ['Person 42', ...Array.from({ length: 10 }, (__, nth) => `Person 42${nth}`)];
  expect(optionsOf(label).slice(1)).toEqual([...best, ...[1, 2, 3, 4].map((nth) => `Person ${nth}42`)]);
  await userEvent.type(field, '7{Enter}');
  expect(chosenOf(label)).toBe('Person 427');
  await userEvent.clear(field);
  await userEvent.type(field, 'xyz');
  expect(screen.getByText('No matches. Try fewer words.')).toBeTruthy();
  expect(chosenOf(label), 'what is selected stays').toBe('Person 427');
});

test('a short list has no field to search it', () => {
  crowded(20, <Filters />);
  expect(screen.queryByRole('searchbox')).toBeNull();
});

function Searching() {
  const { seek } = useViewActs();
  return (
    <>
      <button type="button" onClick={() => seek({ ...NEW_SEARCH, filter: NO_FILTER })}>
        Begin
      </button>
      <SearchBar />
    </>
  );
}

test('in a filter of the search, arrow keys move in its list, and Escape ends the search', async () => {
  show(aDebate(), 'mona', <Searching />);
  fireEvent.click(screen.getByRole('button', { name: 'Begin' }));
  const list = await screen.findByRole('combobox', { name: 'Position' });
  expect(fireEvent.keyDown(list, { key: 'ArrowDown' }), 'the browser moves').toBe(true);
  fireEvent.keyDown(list, { key: 'Escape' });
  expect(screen.queryByRole('search')).toBeNull();
});

function Picker() {
  const [draft, setDraft] = useState<SourceDraft>(NO_SOURCE);
  return (
    <form onSubmit={() => expect.fail('a key submitted the form')}>
      <SourcePicker draft={draft} onChange={setDraft} />
    </form>
  );
}

test('the source picker draws 50 of its sources, and finds the others by title and place', async () => {
  const debate = aDebate();
  const source = (nth: number, title: string, locator: string) =>
    ({ ...SOURCE, sourceId: `s-${nth}`, title, url: '', locator, excerpt: '' }) as const;
  debate.does('dana', ...Array.from({ length: 60 }, (_, nth) => source(nth, 'A report', `page ${nth}`)));
  debate.does('dana', ...Array.from({ length: 60 }, (_, nth) => source(100 + nth, `Book ${nth}`, '')));
  show(debate, 'dana', <Picker />);
  expect(optionsOf('Source').length).toBeLessThanOrEqual(MOST + 1);
  const field = screen.getByRole('searchbox', { name: 'Search sources' });
  await userEvent.type(field, 'book 59');
  expect(optionsOf('Source').slice(2)).toEqual(['Book 59']);
  await userEvent.clear(field);
  await userEvent.type(field, 'report page 57');
  expect(optionsOf('Source').slice(2)).toEqual(['page 57']);
  expect(listOf('Source').querySelector('optgroup')?.label).toBe('A report');
  await userEvent.type(field, '{ArrowDown}');
  expect(chosenOf('Source')).toBe('page 57');
  expect(document.activeElement).toBe(listOf('Source'));
});
