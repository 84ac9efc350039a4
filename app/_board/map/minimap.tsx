'use client';

import { type PointerEvent, useEffect, useRef } from 'react';
import { useMessages } from '../../_ui/messages/use-messages.ts';
import { drawMinimap, drawSeen, minimapScale } from './draw-minimap.ts';
import { useMap } from './map-context.tsx';
import type { MapScene } from './map-scene.ts';
import styles from './map-view.module.css';

const WIDTH = 168;
const HEIGHT = 112;
const PAD = 8;

/** The whole debate in a corner, and where one is in it. The marks are drawn once a layout; then only copied. */
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

function followScene(scene: MapScene, canvas: HTMLCanvasElement): () => void {
  const marks = document.createElement('canvas');
  let drawn: unknown[] = [];
  const size = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
  return scene.onDrawn(({ layout, palette, camera }) => {
    const ratio = window.devicePixelRatio;
    const [context, ground] = [canvas.getContext('2d'), marks.getContext('2d')];
    if (!context || !ground || !palette || !camera || canvas.clientWidth === 0) return;
    const scale = minimapScale(layout, WIDTH, HEIGHT, PAD);
    if (drawn[0] !== layout || drawn[1] !== palette || drawn[2] !== ratio) {
      drawn = [layout, palette, ratio];
      for (const each of [canvas, marks]) {
        each.width = WIDTH * ratio;
        each.height = HEIGHT * ratio;
      }
      ground.scale(ratio, ratio);
      drawMinimap(ground, layout, scale, palette);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(marks, 0, 0);
    context.scale(ratio, ratio);
    drawSeen(context, camera.seen(), scale, palette, size);
  });
}
