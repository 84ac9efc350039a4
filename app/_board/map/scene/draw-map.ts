import type { FrontBox } from '#domain/front/front-box.ts';
import { GHOST_ID } from '#domain/layout/map-tree.ts';
import type { CanvasPicture } from './canvas-picture.ts';
import { drawFound, drawFoundAt } from './draw-found.ts';
import { drawLinks } from './draw-links.ts';
import { dimmed } from './map-palette.ts';

interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** Draws the visible part onto a canvas that covers the viewport, at the screen's resolution. */
export function drawMap(
  canvas: HTMLCanvasElement,
  size: { width: number; height: number },
  view: View,
  picture: Omit<CanvasPicture, 'context'>,
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
  const [dim, bright] = inTwo({ ...picture, context });
  if (dim) {
    drawLinks(dim);
    drawFound(dim);
  }
  drawLinks(bright);
  drawFound(bright);
  drawFoundAt(bright);
}

/** Splits the picture into what is dimmed, if only a branch is shown, and what is not. */
function inTwo(picture: CanvasPicture): [CanvasPicture | null, CanvasPicture] {
  const { branch } = picture.marks;
  if (!branch) return [null, picture];
  const part = (inside: boolean) => {
    const belongs = ({ id }: FrontBox) => id === GHOST_ID || branch.ids.has(id) === inside;
    return { ...picture, boxes: picture.boxes.filter(belongs), linked: picture.linked.filter(belongs) };
  };
  return [{ ...part(false), palette: dimmed(picture.palette), active: null }, part(true)];
}
