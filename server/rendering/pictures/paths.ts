import type { Curve } from '#domain/layout/link-curve.ts';
import type { Rect } from '#domain/layout/map-geometry.ts';

/** Formats a number for a path: rounded to a tenth. */
export function short(value: number): string {
  return `${Math.round(value * 10) / 10}`;
}

/** Curves as one path. */
export function curvePath(curves: Iterable<Curve>): string {
  let path = '';
  for (const { start, pieces } of curves) {
    path += `M${short(start.x)} ${short(start.y)}`;
    for (const [a, b, end] of pieces)
      path += `C${short(a.x)} ${short(a.y)} ${short(b.x)} ${short(b.y)} ${short(end.x)} ${short(end.y)}`;
  }
  return path;
}

/** A rectangle with one corner radius on its left, and another on its right. */
export function boxPath({ x, y, width, height }: Rect, left = 0, right = 0): string {
  if (left === 0 && right === 0)
    return `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
  const corner = (radius: number, dx: number, dy: number) =>
    radius === 0 ? '' : `a${radius} ${radius} 0 0 1 ${dx * radius} ${dy * radius}`;
  return [
    `M${short(x + left)} ${short(y)}`,
    `h${short(width - left - right)}`,
    corner(right, 1, 1),
    `v${short(height - 2 * right)}`,
    corner(right, -1, 1),
    `h${short(left + right - width)}`,
    corner(left, -1, -1),
    `v${short(2 * left - height)}`,
    corner(left, 1, -1),
    'z',
  ].join('');
}

/** A circle around a point. */
export function circlePath(x: number, y: number, radius: number): string {
  const [r, d] = [short(radius), short(2 * radius)];
  return `M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0 -${d} 0z`;
}

/** The board's icons, drawn in 16 by 16. */
export const ICONS = {
  support: `${circlePath(8, 8, 6.5)}M8 5v6M5 8h6`,
  ring: circlePath(8, 8, 6.5),
  minus: 'M5 8h6',
  undercut: 'M1.5 8h4M10.5 8h4M6 11.5l4-7',
  comment: 'M2 3.5h12v7.5H7.5L4.5 13.5V11H2z',
} as const;
