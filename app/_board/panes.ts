import type { ViewParts } from './view-store.ts';

/** Widths at which one pane fits beside the debate, and not two. Repeated in `board.module.css`. */
export const CROWDED = '(min-width: 900px) and (max-width: 1439px)';

/** Whether the pane with a tool is hidden behind the panel: the panel was opened last, and only one of them fits. */
export function isToolBehind({ selected, front }: ViewParts): boolean {
  return selected !== null && front === 'panel' && window.matchMedia(CROWDED).matches;
}

/** Whether the panel is hidden behind a tool. */
export function isPanelBehind({ front, facilitating, analysing, reading }: ViewParts): boolean {
  const hasTool = facilitating || analysing || reading !== null;
  return hasTool && front === 'tool' && window.matchMedia(CROWDED).matches;
}

/** What opens a tool: it takes the place of another one, and stands in front of the panel. */
export function openTool(
  tool: Partial<Pick<ViewParts, 'facilitating' | 'analysing' | 'reading'>>,
): Partial<ViewParts> {
  return { facilitating: false, analysing: false, reading: null, ...tool, front: 'tool' };
}
