import { drawBoxes } from './draw-boxes.ts';
import { drawFound, drawFoundAt } from './draw-found.ts';
import { drawLinks } from './draw-links.ts';
import type { MapPicture } from './map-picture.ts';

interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** Draws what is in view onto a canvas that covers it, at the screen's own resolution. */
export function drawMap(
  canvas: HTMLCanvasElement,
  size: { width: number; height: number },
  view: View,
  picture: Omit<MapPicture, 'context'>,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio;
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(view.k * ratio, 0, 0, view.k * ratio, view.x * ratio, view.y * ratio);
  drawLinks({ ...picture, context });
  drawFound({ ...picture, context });
  drawBoxes({ ...picture, context });
  drawFoundAt({ ...picture, context });
}
