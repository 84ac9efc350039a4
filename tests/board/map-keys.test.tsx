// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import { CardActions } from '../../app/_board/map/cards/card-actions.tsx';
import { useMapKeys } from '../../app/_board/map/input/use-map-keys.ts';
import { MapProvider } from '../../app/_board/map/scene/map-context.tsx';
import { MapScene } from '../../app/_board/map/scene/map-scene.ts';
import { layFront } from '../../domain/front/lay-front.ts';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const unused = () => expect.fail('no key here leads to it');
const UNUSED = { focus: unused, write: unused, toggle: unused, seeHeight: unused, startDrag: unused };

const debate = aDebate().does('dana', newClaim('below', 'c-a'));

/** The card of a folded claim with its toolbar, under the keys of the map. */
function FoldedCard() {
  const [scene] = useState(sceneOfFolded);
  const keys = useMapKeys(scene, { focus: () => undefined, awaited: () => null });
  const isUnfolded = useViewPart(({ folds }) => folds.get('c-a') === true);
  const claim = debate.state.claims.get('c-a');
  const map = { ...UNUSED, scene, roving: 'c-a', branch: null };
  return (
    <MapProvider value={map}>
      <div role="tree" tabIndex={-1} onKeyDown={keys}>
        <div data-box="c-a" role="treeitem" tabIndex={0} aria-expanded={isUnfolded}>
          {claim && <CardActions claim={claim} />}
        </div>
      </div>
    </MapProvider>
  );
}

function sceneOfFolded(): MapScene {
  const scene = new MapScene();
  const stage = { width: 1280, height: 800 };
  const folds = new Map([['c-a', false]]);
  scene.show(debate.state, layFront(debate.state, { stage, measure: () => 60, folds }));
  return scene;
}

const isUnfolded = () => screen.getByRole('treeitem').getAttribute('aria-expanded') === 'true';

describe('on a folded claim', () => {
  test.each(['{Enter}', ' '])('the key "%s" on a button of its toolbar presses that button', async (key) => {
    const { asked } = show(debate, 'mona', <FoldedCard />);
    const agree = screen.getAllByRole('button')[0];
    act(() => agree?.focus());
    await userEvent.keyboard(key);
    await expect.poll(() => asked().map(({ type }) => type)).toEqual(['vote.cast']);
    expect(isUnfolded()).toBe(false);
  });

  test.each(['{Enter}', ' '])('the key "%s" on its card opens it', async (key) => {
    show(debate, 'mona', <FoldedCard />);
    act(() => screen.getByRole('treeitem').focus());
    await userEvent.keyboard(key);
    expect(isUnfolded()).toBe(true);
  });
});

describe('by keys on the map', () => {
  test('a vote is announced, and its withdrawal too', async () => {
    show(debate, 'mona', <FoldedCard />);
    act(() => screen.getByRole('treeitem').focus());
    for (const [key, said] of [
      ['1', 'You agree.'],
      ['2', 'You disagree.'],
      ['3', 'You pass.'],
      ['3', 'Vote withdrawn.'],
    ] as const) {
      await userEvent.keyboard(key);
      expect(screen.getByText(said)).toBeTruthy();
    }
  });

  test('the place to which a claim is moved is announced, and that it is the first or last', async () => {
    const beside = aDebate().does('dana', newClaim('below', 'c-a'), newClaim('after', 'east'));
    const { asked } = show(beside, 'mona', <FoldedCard />);
    act(() => screen.getByRole('treeitem').focus());
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(asked().map(({ type }) => type)).toEqual(['claim.move']);
    expect(screen.getByText(/^Moved to 2 of \d under “/)).toBeTruthy();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(screen.getByText('It’s already first.')).toBeTruthy();
  });
});
