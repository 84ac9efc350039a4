// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { selectPlaces } from '../../app/_board/features/evidence/article-places.ts';
import { ArticleReader } from '../../app/_board/features/evidence/article-reader.tsx';
import { useCitedPassages } from '../../app/_board/features/evidence/use-library.ts';
import { aDebate, agree, articleOf, citePassage, newClaim } from '../support/debate-builder.ts';
import { show } from './show.tsx';

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(cleanup);

const ARTICLE = 'People walk in towns. Cars wait outside.';
const withArticle = () =>
  aDebate('own')
    .does('mona', articleOf('s-a', ['', ARTICLE]))
    .does('emil', citePassage('g-1', 'c-d', [ARTICLE, 'Cars']));

/** Counts how often a field of a record is read. */
function countReads<K extends string>(record: Readonly<Record<K, string>>, field: K) {
  const value = record[field];
  const get = vi.fn(() => value);
  Object.defineProperty(record, field, { get });
  return get;
}

function Reader({ onRead }: { onRead: (cited: unknown) => void }) {
  onRead(useCitedPassages('s-a'));
  return null;
}

test('an article keeps its cited passages while other claims and votes change', () => {
  const seen = new Set<unknown>();
  const { store } = show(withArticle(), 'emil', <Reader onRead={(cited) => seen.add(cited)} />);
  const before = store.state().replica.view.claims;
  act(() => {
    store.submit(agree('c-d'));
    store.submit(newClaim('new', 'c-a'));
  });
  expect(store.state().replica.view.claims).not.toBe(before);
  expect(seen.size).toBe(1);
});

test('an article draws no paragraph again because something is selected in it', () => {
  const debate = withArticle();
  const source = debate.state.sources.get('s-a') ?? expect.fail('the debate has no source');
  const { store } = show(debate, 'emil', <ArticleReader source={source} passageId="g-1" />);
  const article = screen.getByRole('region', { name: 'Text' });
  expect(article.querySelector('mark[data-at]')?.textContent).toBe('Cars');
  // The number of a passage is named by the beginning of its claim.
  const claim = store.state().replica.view.claims.get('c-d') ?? expect.fail('there is no such claim');
  const reads = countReads(claim, 'text');
  act(() => {
    selectPlaces(article, 0, 21);
    document.dispatchEvent(new Event('selectionchange'));
  });
  expect(screen.getByRole('region', { name: 'Selection' }).textContent).toContain('People walk');
  expect(reads).not.toHaveBeenCalled();
});
