import type { Curve } from '#domain/layout/link-curve.ts';
import type { Point } from '#domain/layout/map-geometry.ts';

export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

/** Draws many curves in one stroke, so that what they share costs once. */
export function drawCurves(
  context: CanvasRenderingContext2D,
  curves: Iterable<Curve>,
  { color, width, dash = [], opacity = 1 }: Stroke,
): void {
  context.beginPath();
  for (const { start, pieces } of curves) {
    context.moveTo(start.x, start.y);
    for (const [a, b, end] of pieces) context.bezierCurveTo(a.x, a.y, b.x, b.y, end.x, end.y);
  }
  context.globalAlpha = opacity;
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** The mark where an undercut meets a link: a small ring with a stroke through it. */
export function drawAttackPoint(
  context: CanvasRenderingContext2D,
  { x, y }: Point,
  color: string,
  paper: string,
): void {
  context.beginPath();
  context.arc(x, y, 5, 0, 2 * Math.PI);
  context.fillStyle = paper;
  context.fill();
  context.moveTo(x - 2.4, y + 2.4);
  context.lineTo(x + 2.4, y - 2.4);
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.stroke();
}
