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

/** What marks are drawn of. */
interface Drawn {
  readonly layout: MapLayout;
  readonly palette: MapPalette;
  /** Pixels of the screen in one of the page's. */
  readonly ratio: number;
}

function followScene(scene: MapScene, canvas: HTMLCanvasElement): () => void {
  const ground = document.createElement('canvas');
  let marks: (Drawn & { readonly scale: MinimapScale }) | null = null;
  let later = 0;
  // Told, not asked for: asking makes the browser lay the page out, in the middle of each frame.
  let hidden = true;
  const follow = () => {
    const { camera, palette, layout } = scene;
    const context = canvas.getContext('2d');
    if (!context || !palette || !camera || hidden || layout.byId.size === 0) return;
    const now = { layout, palette, ratio: window.devicePixelRatio };
    // In a task of its own: ten thousand marks would lengthen the frame in which the first cards are drawn.
    if (later === 0 && !isSame(marks, now))
      later = window.setTimeout(() => drawMarks(now), looksTheSame(marks, now) ? PAUSE : 0);
    if (marks === null) return;
    const { ratio, scale } = marks;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(ground, 0, 0);
    context.scale(ratio, ratio);
    drawSeen(context, camera.seen(), scale, palette, { x: 0, y: 0, width: WIDTH, height: HEIGHT });
  };
  const drawMarks = ({ palette, ratio }: Drawn) => {
    later = 0;
    const context = ground.getContext('2d');
    if (!context) return;
    for (const each of [canvas, ground]) {
      each.width = WIDTH * ratio;
      each.height = HEIGHT * ratio;
    }
    // The layout of now: it may be another than that which asked for it.
    const { layout } = scene;
    const scale = minimapScale(layout, WIDTH, HEIGHT, PAD);
    context.scale(ratio, ratio);
    drawMinimap(context, layout, scale, palette);
    marks = { layout, palette, ratio, scale };
    follow();
  };
  const stop = scene.onDrawn(follow);
  const resized = new ResizeObserver(([entry]) => {
    hidden = entry?.contentRect.width === 0;
    follow();
  });
  resized.observe(canvas);
  return () => {
    stop();
    resized.disconnect();
    window.clearTimeout(later);
  };
}

function isSame(drawn: Drawn | null, now: Drawn): boolean {
  return drawn?.layout === now.layout && looksTheSame(drawn, now);
}

/** In colours and sharpness; the layout may be another. */
function looksTheSame(drawn: Drawn | null, now: Drawn): boolean {
  return drawn?.palette === now.palette && drawn.ratio === now.ratio;
}
