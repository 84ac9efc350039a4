import type { PlacedBox, PlacedMap } from './placed-map.ts';

export type Step = 'left' | 'right' | 'up' | 'down';

/** The next box in a direction: left to the parent, right to the first child, up and down in the column. */
export function walkMap(layout: PlacedMap, from: string, step: Step): string | null {
  const box = layout.byId.get(from);
  if (!box) return null;
  if (step === 'left') return box.parent;
  if (step === 'right') return box.children[0] ?? null;
  return neighbour(layout, box, step === 'up' ? -1 : 1);
}

/** A sibling, or after the last of these the nearest box of the same level under another parent. */
function neighbour(layout: PlacedMap, box: PlacedBox, by: -1 | 1): string | null {
  const siblings = layout.byId.get(box.parent ?? '')?.children ?? [];
  const sibling = siblings[siblings.indexOf(box.id) + by];
  if (sibling !== undefined) return sibling;
  const { boxes } = layout;
  let at = boxes.indexOf(box) + by;
  while (boxes[at] && boxes[at]?.depth !== box.depth) at += by;
  return boxes[at]?.id ?? null;
}
