// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useClaim } from '../../app/_board/core/claims/use-claim.ts';
import { ReactionBar } from '../../app/_board/features/claims/reaction-bar.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

function Reactions() {
  const claim = useClaim('c-a');
  return claim ? <ReactionBar claim={claim} /> : null;
}

const button = (word: RegExp) => screen.getByRole('button', { name: word });

test('a reaction is counted and pressed at once, changed by another, and withdrawn by the same', async () => {
  const others = aDebate().does('mona', { type: 'claim.react', claimId: 'c-a', reaction: 'unclear' });
  const { asked } = show(others, 'dana', <Reactions />);
  const user = userEvent.setup();
  expect(button(/^Unclear/).textContent).toBe('Unclear1');
  await user.click(button(/^Unclear/));
  expect(button(/^Unclear/).textContent).toBe('Unclear2');
  await user.click(button(/^Well put/));
  expect(button(/^Well put/).getAttribute('aria-pressed')).toBe('true');
  expect(button(/^Unclear/).textContent).toBe('Unclear1');
  await user.click(button(/^Well put/));
  expect(asked().map((operation) => 'reaction' in operation && operation.reaction)).toEqual([
    'unclear',
    'well_put',
    null,
  ]);
});

test('an observer reads the reactions that there are, and has no buttons', () => {
  const debate = aDebate().does('mona', { type: 'claim.react', claimId: 'c-a', reaction: 'insightful' });
  show(debate, 'otto', <Reactions />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Insightful1']);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a reaction is named with its count', () => {
  const debate = aDebate().does('mona', { type: 'claim.react', claimId: 'c-a', reaction: 'insightful' });
  show(debate, 'dana', <Reactions />);
  const names = screen.getAllByRole('button').map((one) => one.getAttribute('aria-label'));
  expect(names.slice(0, 2)).toEqual(['Insightful, 1 person', 'Surprising, nobody']);
});
