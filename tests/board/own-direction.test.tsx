// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { NEW_SOURCE } from '../../app/_board/core/commands/source-draft.ts';
import { NewSource } from '../../app/_board/core/forms/source-picker.tsx';
import TeamQuestion from '../../app/_board/features/people/team-question.tsx';
import { CardHead } from '../../app/_board/map/cards/card-head.tsx';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const debate = aDebate().does('dana', newClaim('other', 'c-a', { positionId: 'west' }));
const names = new Set([...debate.state.positions.values()].map(({ name }) => name));
const named = () => [...document.querySelectorAll('*')].filter(({ innerHTML }) => names.has(innerHTML));

test('the name of a position keeps its direction on a claim’s card and where a team is chosen', () => {
  show(
    debate,
    'dana',
    <>
      <TeamQuestion participantId="dana" />
      {[...debate.state.claims.values()].map((claim) => (
        <CardHead key={claim.id} claim={claim} touched={null} />
      ))}
    </>,
  );
  expect(new Set(named().map(({ tagName }) => tagName))).toEqual(new Set(['BUTTON', 'SPAN']));
  expect(named().filter((one) => one.getAttribute('dir') !== 'auto')).toEqual([]);
});

test('the title, the place and the passage of a source are typed in their own direction, its address left to right', () => {
  show(debate, 'dana', <NewSource draft={NEW_SOURCE} onChange={() => {}} />);
  expect(screen.getAllByRole('textbox').map((field) => field.getAttribute('dir'))).toEqual([
    'auto',
    'auto',
    'ltr',
    'auto',
  ]);
});
