// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { selectPlaces } from '../../app/_board/features/evidence/article-places.ts';
import { ArticleReader } from '../../app/_board/features/evidence/article-reader.tsx';
import { ClaimFromPassage } from '../../app/_board/features/evidence/claim-from-passage.tsx';
import type { Target } from '../../domain/debate/map/link.ts';
import { selectorsOf } from '../../domain/debate/sources/passage-place.ts';
import { aDebate, articleOf } from '../support/debate-builder.ts';
import { show } from './show.tsx';

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(cleanup);

const ARTICLE = 'People walk in towns. Cars wait outside.';
const withArticle = () => aDebate('own').does('mona', articleOf('s-a', ['', ARTICLE]));

/** A part of the board that is opened once something is selected. */
function OnceSelected({ selected, children }: { selected: Target; children: ReactNode }) {
  const { select } = useViewActs();
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    select(selected);
    setOpen(true);
  };
  return isOpen ? (
    children
  ) : (
    <button type="button" onClick={open}>
      Open
    </button>
  );
}

test.each([
  ['a link', { kind: 'link', id: 'l-b' }, 'East', 'east'],
  ['a position', { kind: 'position', id: 'west' }, 'West', 'west'],
  ['a claim', { kind: 'claim', id: 'c-d' }, '“seven”', 'c-d'],
] as const)(
  'a claim from a passage goes below the selected claim, or a position: %s is selected',
  async (_, selected, option, id) => {
    const passage = selectorsOf(ARTICLE, 0, 21);
    if (!passage) return expect.fail('there is no such passage');
    const { asked } = show(
      withArticle(),
      'emil',
      <OnceSelected selected={selected}>
        <ClaimFromPassage
          sourceId="s-a"
          selectors={passage}
          onMade={() => undefined}
          onClose={() => undefined}
        />
      </OnceSelected>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    const under = await screen.findByLabelText<HTMLSelectElement>('Replies to');
    expect(under.selectedOptions[0]?.textContent).toBe(option);
    await userEvent.click(screen.getByRole('button', { name: 'Add claim' }));
    expect(asked()).toMatchObject([{ type: 'claim.add', target: { id } }, { type: 'claim.cite' }]);
  },
);

test.each([
  ['c-d', null],
  ['c-a', 'You can’t cite sources for the selected claim. Select one of your own.'],
])('a passage is cited for one’s own claims, and the reason is given for others’: %s', async (id, reason) => {
  const debate = withArticle();
  const source = debate.state.sources.get('s-a');
  if (!source) return expect.fail('the debate has no source');
  show(
    debate,
    'emil',
    <OnceSelected selected={{ kind: 'claim', id }}>
      <ArticleReader source={source} passageId={null} />
    </OnceSelected>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  const article = screen.getByRole('region', { name: 'Text' });
  act(() => {
    selectPlaces(article, 0, 21);
    document.dispatchEvent(new Event('selectionchange'));
  });
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Cite for selected claim' });
  expect(button.disabled).toBe(reason !== null);
  expect(screen.queryByText(/^You can’t cite|^Select a claim/)?.textContent ?? null).toBe(reason);
});
