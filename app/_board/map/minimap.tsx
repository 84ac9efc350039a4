'use client';

import { type PointerEvent, useEffect, useRef } from 'react';
import type { MapLayout } from '../../../domain/layout/map-layout.ts';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { drawMinimap, drawSeen, type MinimapScale, minimapScale } from './draw-minimap.ts';
import { useMap } from './map-context.tsx';
import type { MapPalette } from './map-palette.ts';
import type { MapScene } from './map-scene.ts';
import styles from './map-view.module.css';

const WIDTH = 168;
const HEIGHT = 112;
const PAD = 8;
/** Milliseconds until a change of the map is seen here: what one works on comes first. */
const PAUSE = 250;

/** The whole debate in a corner, and where one is in it. Its marks are drawn when the map has changed; else copied. */
export function Minimap() {
  const t = useMessages('map');
  const { scene } = useMap();
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const shown = canvas.current;
    return shown ? followScene(scene, shown) : undefined;
  }, [scene]);

  const goTo = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons === 0) return;
    const corner = event.currentTarget.getBoundingClientRect();
    const scale = minimapScale(scene.layout, WIDTH, HEIGHT, PAD);
    scene.camera?.centre({
      x: (event.clientX - corner.left - scale.left) / scale.x,
      y: (event.clientY - corner.top - scale.top) / scale.y,
    });
  };

  return (
    <canvas
      ref={canvas}
      className={styles.minimap}
      role="img"
      aria-label={t('overview')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={goTo}
    />
  );
}

/** What the marks were drawn of. */
interface Marks {
  readonly layout: MapLayout;
  readonly palette: MapPalette;
  readonly ratio: number;
  readonly scale: MinimapScale;
}

function followScene(scene: MapScene, canvas: HTMLCanvasElement): () => void {
  const ground = document.createElement('canvas');
  let marks: Marks | null = null;
  let later = 0;
  // Told, not asked for: asking makes the browser lay the page out, in the middle of each frame.
  let hidden = true;
  const drawMarks = (layout: MapLayout, palette: MapPalette, ratio: number): Marks | null => {
    const context = ground.getContext('2d');
    if (!context) return null;
    for (const each of [canvas, ground]) {
      each.width = WIDTH * ratio;
      each.height = HEIGHT * ratio;
    }
    const scale = minimapScale(layout, WIDTH, HEIGHT, PAD);
    context.scale(ratio, ratio);
    drawMinimap(context, layout, scale, palette);
    return { layout, palette, ratio, scale };
  };
  const follow = ({ layout, palette, camera }: MapScene) => {
    const ratio = window.devicePixelRatio;
    const context = canvas.getContext('2d');
    if (!context || !palette || !camera || hidden) return;
    const isFirst = marks === null || marks.layout.byId.size === 0;
    if (isFirst || marks?.palette !== palette || marks.ratio !== ratio)
      marks = drawMarks(layout, palette, ratio);
    if (marks === null) return;
    if (marks.layout !== layout && later === 0) {
      later = window.setTimeout(() => {
        later = 0;
        marks = drawMarks(scene.layout, palette, ratio);
        follow(scene);
      }, PAUSE);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(ground, 0, 0);
    context.scale(ratio, ratio);
    drawSeen(context, camera.seen(), marks.scale, palette, { x: 0, y: 0, width: WIDTH, height: HEIGHT });
  };
  const stop = scene.onDrawn(follow);
  const resized = new ResizeObserver(([entry]) => {
    hidden = entry?.contentRect.width === 0;
    follow(scene);
  });
  resized.observe(canvas);
  return () => {
    stop();
    resized.disconnect();
    window.clearTimeout(later);
  };
}
