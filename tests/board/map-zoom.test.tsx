// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { MapToolbar } from '../../app/_board/map/map-toolbar.tsx';
import { Camera } from '../../app/_board/map/scene/camera.ts';
import { MapProvider } from '../../app/_board/map/scene/map-context.tsx';
import { MapScene } from '../../app/_board/map/scene/map-scene.ts';
import { textScale } from '../../app/_board/map/scene/text-scale.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

const unused = () => {};
const UNUSED = { focus: unused, write: unused, toggle: unused, seeHeight: unused, startDrag: unused };

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  document.documentElement.style.fontSize = '';
});

/** Text that many times larger than usual, as chosen in the browser. */
function chooseText(scale: number): void {
  document.documentElement.style.fontSize = `${scale * 16}px`;
}

/** The camera over an empty map of 1,200 by 800 pixels. */
function aCamera(): Camera {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_200);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
  return new Camera(document.createElement('div'), { changed: unused, leftReading: unused });
}

describe('the map follows the text size of the browser', () => {
  test('it is laid out for a smaller stage, and shown larger', () => {
    const usual = aCamera();
    usual.open();
    expect([usual.stage, usual.view.k]).toEqual([{ width: 1_200, height: 800 }, 1]);
    chooseText(2);
    const large = aCamera();
    large.open();
    expect([large.stage, large.view.k]).toEqual([{ width: 600, height: 400 }, 2]);
  });

  test('its zoom, which others follow, is not part of it', () => {
    chooseText(2);
    const camera = aCamera();
    camera.open();
    expect(camera.zoom).toBe(1);
    camera.lookFrom({ x: 100, y: 100 }, camera.scaleOf(1.2));
    expect(camera.view.k).toBeCloseTo(2.4);
    expect(camera.zoom).toBeCloseTo(1.2);
  });

  test('a change keeps the place', () => {
    const camera = aCamera();
    camera.bound({ x: 0, y: 0, width: 4_000, height: 4_000 });
    camera.lookFrom({ x: 2_000, y: 2_000 }, 1);
    const { x, y } = camera.seen();
    chooseText(1.5);
    camera.resize();
    expect(camera.view.k).toBe(1.5);
    expect(camera.seen()).toMatchObject({ x, y });
  });

  test('smaller text than usual, or none said, leaves it as it is; on a phone a claim keeps its room', () => {
    expect(textScale(1_200)).toBe(1);
    chooseText(0.5);
    expect(textScale(1_200)).toBe(1);
    chooseText(2);
    expect(textScale(438)).toBe(1.5);
    expect(textScale(200)).toBe(1);
  });
});

/** The toolbar of a map whose viewer leaves it for the overview. */
function Tools({ scene }: { scene: MapScene }) {
  const { setOverview } = useViewActs();
  const overview = useViewPart((parts) => parts.overview);
  const [map] = useState({ ...UNUSED, scene, roving: 'c-a', branch: null });
  useEffect(() => scene.onLeftReading(() => setOverview(true)), [scene, setOverview]);
  return (
    <MapProvider value={map}>
      <MapToolbar />
      <output>{overview ? 'overview' : 'map'}</output>
    </MapProvider>
  );
}

test('buttons zoom the map, out to the overview and back', async () => {
  const scene = new MapScene();
  const end = scene.start({
    viewport: document.createElement('div'),
    layer: document.createElement('div'),
    canvas: document.createElement('canvas'),
  });
  show(aDebate(), 'mona', <Tools scene={scene} />);
  const button = (name: string) => screen.getByRole('button', { name });
  await userEvent.click(button('Zoom in'));
  expect(scene.camera?.zoom).toBeCloseTo(1.3);
  await userEvent.click(button('Zoom out'));
  await userEvent.click(button('Zoom out'));
  expect(scene.camera?.zoom).toBeCloseTo(0.87);
  expect(screen.getByRole('status').textContent).toBe('map');
  await userEvent.click(button('Zoom out'));
  expect(screen.getByRole('status').textContent).toBe('overview');
  expect(button('Zoom out').getAttribute('aria-disabled')).toBe('true');
  await userEvent.click(button('Zoom in'));
  expect(screen.getByRole('status').textContent).toBe('map');
  expect(button('Zoom out').getAttribute('aria-disabled')).toBeNull();
  end();
});
