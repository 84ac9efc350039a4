// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { excerpt } from '../../app/_board/core/claims/excerpt.ts';
import { selectPlaces } from '../../app/_board/features/evidence/article-places.ts';
import { ArticleReader } from '../../app/_board/features/evidence/article-reader.tsx';
import { useCitedPassages } from '../../app/_board/features/evidence/use-library.ts';
import { aDebate, agree, articleOf, citePassage, newClaim } from '../support/debate-builder.ts';
import { show } from './show.tsx';

vi.mock('../../app/_board/core/claims/excerpt.ts', async (original) => {
  const real = await original<{ excerpt: typeof excerpt }>();
  return { ...real, excerpt: vi.fn(real.excerpt) };
});

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(cleanup);

const ARTICLE = 'People walk in towns. Cars wait outside.';
const withArticle = () =>
  aDebate('own')
    .does('mona', articleOf('s-a', ['', ARTICLE]))
    .does('emil', citePassage('g-1', 'c-d', [ARTICLE, 'Cars']));

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
  show(debate, 'emil', <ArticleReader source={source} passageId="g-1" />);
  const article = screen.getByRole('region', { name: 'Text' });
  expect(article.querySelector('mark[data-at]')?.textContent).toBe('Cars');
  // The number of a passage is named by the beginning of its claim.
  vi.mocked(excerpt).mockClear();
  act(() => {
    selectPlaces(article, 0, 21);
    document.dispatchEvent(new Event('selectionchange'));
  });
  expect(vi.mocked(excerpt).mock.calls.map(([text]) => text)).toEqual(['People walk in towns.']);
});
