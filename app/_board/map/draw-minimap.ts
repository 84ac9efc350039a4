import { boundsOf, type Rect } from '../../../domain/layout/map-geometry.ts';
import type { MapLayout } from '../../../domain/layout/map-layout.ts';
import type { MapPalette } from './map-palette.ts';

/** How the overview maps onto its canvas: a tall debate is squeezed, so that its shape still shows. */
export interface MinimapScale {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
}

export function minimapScale(
  { bounds }: MapLayout,
  width: number,
  height: number,
  pad: number,
): MinimapScale {
  const fitting = Math.min((width - 2 * pad) / bounds.width, (height - 2 * pad) / bounds.height);
  const y = Number.isFinite(fitting) ? fitting : 1;
  const x = Math.min((width - 2 * pad) / Math.max(1, bounds.width), y * 6);
  return {
    x,
    y,
    left: (width - bounds.width * x) / 2 - bounds.x * x,
    top: (height - bounds.height * y) / 2 - bounds.y * y,
  };
}

/** Draws everything on the map as marks in their hue. */
export function drawMinimap(
  context: CanvasRenderingContext2D,
  layout: MapLayout,
  scale: MinimapScale,
  palette: MapPalette,
): void {
  let last = '';
  for (const box of layout.boxes) {
    const colour = box.kind === 'motion' ? palette.ink : palette.hue(box.hue);
    // A canvas parses a colour each time it is set.
    if (colour !== last) context.fillStyle = colour;
    last = colour;
    const { x, y, width, height } = onMinimap(box, scale);
    const heading = box.kind !== 'claim';
    context.globalAlpha = heading ? 1 : 0.75;
    context.fillRect(x, heading ? y + height / 2 - 1 : y, width, heading ? 2 : Math.max(1, height));
  }
  context.globalAlpha = 1;
}

/** Draws the frame of what is seen. */
export function drawSeen(
  context: CanvasRenderingContext2D,
  seen: Rect,
  scale: MinimapScale,
  palette: MapPalette,
  size: Rect,
): void {
  const { x, y, width, height } = onMinimap(seen, scale);
  const left = Math.max(1, x);
  const top = Math.max(1, y);
  const right = Math.min(size.width - 1, x + width);
  const bottom = Math.min(size.height - 1, y + height);
  const frame = boundsOf([
    { x: left, y: top, width: Math.max(4, right - left), height: Math.max(4, bottom - top) },
  ]);
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.5;
  context.beginPath();
  context.roundRect(frame.x, frame.y, frame.width, frame.height, 3);
  context.stroke();
}

function onMinimap({ x, y, width, height }: Rect, scale: MinimapScale): Rect {
  return {
    x: scale.left + x * scale.x,
    y: scale.top + y * scale.y,
    width: width * scale.x,
    height: height * scale.y,
  };
}
