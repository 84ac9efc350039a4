// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import SeveralBar from '../../app/_board/features/claims/several-bar.tsx';
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
