// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useSeenLook } from '../../app/_board/core/strength/seen-perspective.ts';
import { useViewStore } from '../../app/_board/core/view/view-provider.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const VOTES = new Map([['c-a', { agree: 2, disagree: 1, pass: 0 }]]);

/** A button for each strength, which has the look of claim c-a and gives it that strength. */
function Strengths({ strengths }: { readonly strengths: readonly number[] }) {
  const store = useViewStore();
  const look = useSeenLook('c-a');
  return strengths.map((strength) => (
    <button
      key={strength}
      type="button"
      onClick={() => store.set({ seen: { name: 'East', votes: VOTES, strengthOf: () => strength } })}
    >
      {look ?? 'medium'}
    </button>
  ));
}

test('[PV1] a claim looks in a perspective as the word of its strength says: by the rounded number', () => {
  show(aDebate(), 'dana', <Strengths strengths={[0.394, 0.396, 0.4, 0.594, 0.596, 0.6]} />);
  const looks = screen.getAllByRole('button').map((button) => {
    fireEvent.click(button);
    return button.textContent;
  });
  expect(looks).toEqual(['weak', 'medium', 'medium', 'medium', 'strong', 'strong']);
});
