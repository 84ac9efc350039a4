// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useClaim } from '../../app/_board/core/claims/use-claim.ts';
import SuggestionList from '../../app/_board/features/suggestions/suggestion-list.tsx';
import { aDebate, type DebateBuilder, suggest } from '../support/debate-builder.ts';
import { setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

afterEach(cleanup);

function List() {
  const claim = useClaim('c-a');
  return claim ? <SuggestionList claim={claim} /> : null;
}

const suggested = () => aDebate().does('emil', suggest('w-1', 'c-a', ['one two three', 'one two four']));
const offered = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);

test.each<[string, DebateBuilder, string[]]>([
  ['is accepted or sent back', suggested(), ['Accept', 'Send back…']],
  [
    'waits while new claims are hidden',
    suggested().does('olga', setAgenda([WRITING]), turnTo(WRITING.id)),
    [],
  ],
  [
    'is only sent back by an author whose words need approval',
    suggested().does('olga', { type: 'debate.configure', approval: ['debater'] }),
    ['Send back…'],
  ],
])('a wording suggested to the author of a claim %s', (_, debate, buttons) => {
  show(debate, 'dana', <List />);
  expect(screen.getByRole('heading', { level: 3 })).toBeDefined();
  expect(offered()).toEqual(buttons);
});

test('many suggestions are shown ten at a time, and the focus goes to the first one added', async () => {
  const debate = aDebate();
  for (let n = 0; n < 12; n += 1)
    debate.does(
      ['emil', 'mona', 'olga'][n % 3] ?? '',
      suggest(`w-${n}`, 'c-a', ['one two three', `one two ${n}`]),
    );
  show(debate, 'dana', <List />);
  const articles = () => screen.getAllByRole('article');
  expect(articles()).toHaveLength(10);
  await userEvent.click(screen.getByRole('button', { name: 'Show 2 more' }));
  expect(articles()).toHaveLength(12);
  expect(articles()[10]?.contains(document.activeElement)).toBe(true);
});
