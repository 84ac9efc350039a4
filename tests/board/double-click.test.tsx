// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useClaim } from '../../app/_board/core/claims/use-claim.ts';
import { ReactionBar } from '../../app/_board/features/claims/reaction-bar.tsx';
import { VoteBar } from '../../app/_board/features/claims/vote-bar.tsx';
import ConclusionPane from '../../app/_board/features/conclusion/conclusion-pane.tsx';
import { Hand } from '../../app/_board/features/floor/floor-part.tsx';
import QuestionsPane from '../../app/_board/features/questions/questions-pane.tsx';
import { StatusPart } from '../../app/_board/manage/status-part.tsx';
import { CardActions } from '../../app/_board/map/cards/card-actions.tsx';
import { type MapHandle, MapProvider } from '../../app/_board/map/scene/map-context.tsx';
import type { Claim } from '../../domain/debate/map/claim.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

function OfClaim({ draw }: { readonly draw: (claim: Claim) => ReactNode }) {
  const claim = useClaim('c-a');
  return claim && draw(claim);
}

/** As much of the map as a card's buttons read. */
const MAP = { scene: { onDrawn: () => () => undefined, rectOf: () => undefined } } as unknown as MapHandle;

const PARTS = {
  votes: <OfClaim draw={(claim) => <VoteBar claim={claim} />} />,
  card: (
    <MapProvider value={MAP}>
      <OfClaim draw={(claim) => <CardActions claim={claim} />} />
    </MapProvider>
  ),
  reactions: <OfClaim draw={(claim) => <ReactionBar claim={claim} />} />,
  hand: <Hand />,
  questions: <QuestionsPane />,
  conclusion: <ConclusionPane />,
  status: <StatusPart />,
};

const press = (name: RegExp, detail: number) =>
  fireEvent.click(screen.getByRole('button', { name }), { detail });

test.each([
  ['dana', 'votes', /^Agree/, /^Agree/],
  ['dana', 'card', /^Agree/, /^Agree/],
  ['dana', 'reactions', /^Surprising/, /^Surprising/],
  ['dana', 'hand', /^Raise hand/, /^Lower hand/],
  ['emil', 'questions', /^Support “Who pays/, /^Support “Who pays/],
  ['mona', 'questions', /^Pin: Who pays/, /^Unpin: Who pays/],
  ['olga', 'conclusion', /^Start the conclusion/, /^Close writing/],
  ['olga', 'status', /^Close debate/, /^Reopen/],
] as const)(
  'a double click of %s in “%s” on %s does not undo it, and two keys do',
  (who, part, first, then) => {
    const asksFor = (secondClick: number) => {
      const debate = aDebate().does(
        'olga',
        ...(part === 'conclusion' ? [{ type: 'debate.clear' } as const] : []),
      );
      const { asked } = show(debate, who, PARTS[part]);
      press(first, Math.min(1, secondClick));
      press(then, secondClick);
      const { length } = asked();
      cleanup();
      return length;
    };
    expect(asksFor(2)).toBe(1);
    expect(asksFor(0)).toBe(2);
  },
);
