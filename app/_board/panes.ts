import type { ViewParts } from './view-store.ts';

/** Widths at which one pane fits beside the debate, and not two. Repeated in `board.module.css`. */
export const CROWDED = '(min-width: 900px) and (max-width: 1439px)';

/** Whether the pane with a tool is hidden behind the panel: the panel was opened last, and only one of them fits. */
export function isToolBehind({ selected, front }: ViewParts): boolean {
  return selected !== null && front === 'panel' && window.matchMedia(CROWDED).matches;
}

/** Whether a tool is open. */
export function hasTool({ facilitating, analysing, listing, reading }: ViewParts): boolean {
  return facilitating || analysing || listing !== null || reading !== null;
}

/** Whether the panel is hidden behind a tool. */
export function isPanelBehind(parts: ViewParts): boolean {
  return hasTool(parts) && parts.front === 'tool' && window.matchMedia(CROWDED).matches;
}

/** What opens a tool: it takes the place of another one, and stands in front of the panel. */
export function openTool(
  tool: Partial<Pick<ViewParts, 'facilitating' | 'analysing' | 'listing' | 'reading'>>,
): Partial<ViewParts> {
  return { facilitating: false, analysing: false, listing: null, reading: null, ...tool, front: 'tool' };
}
