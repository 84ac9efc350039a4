// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { selectPlaces } from '../../app/_board/features/evidence/article-places.ts';
import { ArticleReader } from '../../app/_board/features/evidence/article-reader.tsx';
import { ClaimFromPassage } from '../../app/_board/features/evidence/claim-from-passage.tsx';
import { SourceList } from '../../app/_board/features/evidence/source-list.tsx';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { Target } from '../../domain/debate/map/link.ts';
import type { Phase } from '../../domain/debate/phases/agenda.ts';
import { selectorsOf } from '../../domain/debate/sources/passage-place.ts';
import { aDebate, articleOf, citePassage, retract } from '../support/debate-builder.ts';
import { setAgenda, turnTo, VOTING, WRITING } from '../support/phased-debate.ts';
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

const OWN = 'You can’t cite sources for the selected claim. Select one of your own.';
const OBSERVES = 'You can read this debate. To contribute, ask a moderator for another role.';
const PHASE = 'The current phase doesn’t allow this.';
const RETRACTED = 'This claim has been retracted. Restore it first, or reply to another.';
const agenda = (phase: Phase) => [setAgenda([phase]), turnTo(phase.id)];
const CLOSE = { type: 'debate.setStatus', status: 'closed' } as const;

test.each<[string, string, string | null, { who?: string; does?: readonly Operation[] }]>([
  ['one’s own', 'c-d', null, {}],
  ['another’s', 'c-a', OWN, {}],
  ['one’s own, in a phase for writing', 'c-d', null, { does: agenda(WRITING) }],
  ['another’s, in a phase for writing', 'c-a', OWN, { does: agenda(WRITING) }],
  ['one’s own, in a phase for voting', 'c-d', PHASE, { does: agenda(VOTING) }],
  ['one’s own that was retracted', 'c-d', RETRACTED, { does: [retract('c-d')] }],
  ['another’s, as an observer', 'c-a', OBSERVES, { who: 'otto' }],
  ['one’s own, in a closed debate', 'c-d', '', { does: [CLOSE] }],
])('a passage is cited for a claim, or the reason is given why not: %s', async (_, id, reason, more) => {
  const debate = withArticle().does('olga', ...(more.does ?? []));
  const source = debate.state.sources.get('s-a') ?? expect.fail('the debate has no source');
  show(
    debate,
    more.who ?? 'emil',
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
  const said = [...screen.getByRole('region', { name: 'Selection' }).querySelectorAll('p')].slice(1);
  expect(said.map(({ textContent }) => textContent)).toEqual(reason ? [reason] : []);
});

test.each([
  ['there is a library', false, ['Read', 'In the text']],
  ['the debate is only read', true, []],
])('a source and its cited passages open beside the debate where %s', async (_, isOnlyRead, names) => {
  const debate = withArticle().does('emil', citePassage('g-1', 'c-d', [ARTICLE, 'Cars']));
  const claim = debate.state.claims.get('c-d') ?? expect.fail('there is no such claim');
  show(debate, 'emil', <SourceList claim={claim} />, [], { isOnlyRead });
  await screen.findByText('Cars', { selector: 'blockquote' });
  const named = screen.queryAllByRole('button').map(({ textContent }) => textContent);
  expect(named.filter((name) => name !== '')).toEqual(names);
});
