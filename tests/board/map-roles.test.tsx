// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import SeveralBar from '../../app/_board/features/claims/several-bar.tsx';
import { MapBoxes } from '../../app/_board/map/cards/map-boxes.tsx';
import MapOverview from '../../app/_board/map/map-overview.tsx';
import { MapToolbar } from '../../app/_board/map/map-toolbar.tsx';
import { MapProvider } from '../../app/_board/map/scene/map-context.tsx';
import { MapScene } from '../../app/_board/map/scene/map-scene.ts';
import { layFront } from '../../domain/front/lay-front.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const debate = aDebate();
const unused = () => {};
const UNUSED = { focus: unused, write: unused, toggle: unused, seeHeight: unused, startDrag: unused };

/** A part of the map, with the front laid out. */
function OnMap({ children }: { children: ReactNode }) {
  const [scene] = useState(sceneOfFront);
  return <MapProvider value={{ ...UNUSED, scene, roving: 'c-a', branch: null }}>{children}</MapProvider>;
}

function sceneOfFront(): MapScene {
  const scene = new MapScene();
  scene.show(
    debate.state,
    layFront(debate.state, { stage: { width: 1280, height: 800 }, measure: () => 60 }),
  );
  return scene;
}

describe('rows of buttons at the map are groups: a toolbar would promise its arrow keys', () => {
  test('the view of the map', () => {
    show(
      debate,
      'mona',
      <OnMap>
        <MapToolbar />
      </OnMap>,
    );
    expect(screen.getByRole('group', { name: 'View of the map' })).toBeTruthy();
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  test('the selected claims', () => {
    show(debate, 'mona', <SeveralBar />);
    expect(screen.getByRole('group', { name: 'Selected claims' })).toBeTruthy();
    expect(screen.queryByRole('toolbar')).toBeNull();
  });
});

test('only claims on the map say whether they are selected: nothing else can be', () => {
  const layout = sceneOfFront().layout;
  show(
    debate,
    'mona',
    <OnMap>
      <div role="tree">
        <MapBoxes ids={[...layout.byId.keys()]} layout={layout} />
      </div>
    </OnMap>,
  );
  const saying = screen.getAllByRole('treeitem').filter((item) => item.hasAttribute('aria-selected'));
  const claims = [...layout.byId.values()].filter(({ kind }) => kind === 'claim');
  expect(new Set(saying.map((item) => item.getAttribute('data-box')))).toEqual(
    new Set(claims.map(({ id }) => id)),
  );
  expect(claims.length).toBeGreaterThan(0);
});

test('the overview heads each position at the level below the debate, and makes no landmark of it', async () => {
  show(
    debate,
    'mona',
    <OnMap>
      <MapOverview />
    </OnMap>,
  );
  const positions = await screen.findAllByRole('heading', { level: 2 });
  expect(positions.map(({ textContent }) => textContent)).toContain(
    [...debate.state.positions.values()][0]?.name,
  );
  expect(screen.getAllByRole('region')).toHaveLength(1);
});
