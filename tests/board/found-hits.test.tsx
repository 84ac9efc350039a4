// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { createTranslator } from 'use-intl/core';
import { afterEach, expect, test } from 'vitest';
import type { FoundDebates, Hit } from '#server/services/debates/search-steps.ts';
import { en } from '../../app/_ui/messages/en.ts';
import { FoundHits } from '../../app/find/found-hits.tsx';

afterEach(cleanup);

const WISH = { words: 'tram & bus', author: 'Ann', position: '', trait: 'locked' } as const;

const HIT: Hit = {
  id: 'c_one',
  text: [
    { text: 'A ', found: false },
    { text: 'tram', found: true },
    { text: ' and a bus', found: false },
  ],
  author: 'Ann',
  beside: false,
};

function showPage(page: number, later: number) {
  const shown = [{ debateId: 'd_one', title: 'Transport', count: 1, hits: [HIT] }];
  const found: FoundDebates = { count: 45, debates: 45, page, later, shown };
  const t = createTranslator({ locale: 'en', messages: en, namespace: 'find' });
  render(<FoundHits t={t} wish={WISH} found={found} />);
}

const links = () =>
  screen.queryAllByRole('link').filter((link) => link.getAttribute('href')?.startsWith('/find'));

test('only matches are elements of their own in a hit', () => {
  showPage(1, 0);
  const hit = screen.getByRole('link', { name: 'A tram and a bus' });
  expect([...hit.children].map(({ tagName, textContent }) => [tagName, textContent])).toEqual([
    ['MARK', 'tram'],
  ]);
  expect(links()).toEqual([]);
});

test('links lead to the results before and after a page, and keep the search', () => {
  showPage(2, 5);
  expect(screen.getByRole('navigation', { name: 'Pages of results' })).toBeTruthy();
  const search = 'q=tram+%26+bus&by=Ann&trait=locked';
  expect(links().map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Previous results', `/find?${search}`],
    ['More results (5 debates)', `/find?${search}&page=3`],
  ]);
});

test('the last page leads no further', () => {
  showPage(3, 0);
  expect(links().map(({ textContent }) => textContent)).toEqual(['Previous results']);
});
