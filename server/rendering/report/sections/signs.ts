import { circlePath } from '../../pictures/paths.ts';
import type { Ornament } from '../flow.ts';
import { COLOURS } from '../styles.ts';

/** The relation of a claim to its parent. */
export type RelationWord = 'supports' | 'attacks' | 'undercuts';

/** The board's relation icons, small: a circle with a plus; a dashed one with a minus; a broken line. */
export function relationIcon(bearing: RelationWord, left: number): Ornament[] {
  const [x, y] = [left + 4.2, 8.2];
  const stroke = bearing === 'supports' ? COLOURS.support : COLOURS.attack;
  const line = { stroke, width: 0.9 };
  if (bearing === 'undercuts')
    return [{ path: `M${x - 4} ${y}h2.4M${x + 1.6} ${y}h2.4M${x - 1.2} ${y + 2.2}l2.4 -4.4`, paint: line }];
  const circle = {
    path: circlePath(x, y, 4),
    paint: bearing === 'attacks' ? { ...line, dash: [1.6, 0.9] } : line,
  };
  return [
    circle,
    { path: bearing === 'supports' ? `M${x} ${y - 2}v4M${x - 2} ${y}h4` : `M${x - 2} ${y}h4`, paint: line },
  ];
}
