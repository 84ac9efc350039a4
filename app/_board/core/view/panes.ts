import type { PanelTab, ViewParts } from './view-store.ts';
import { WIDE } from './wide.ts';

/** Media query for widths at which one pane fits beside the debate, and not two. Repeated in `board.module.css`. */
export const CROWDED = '(min-width: 900px) and (max-width: 1439px)';

/** True if the tool's pane is hidden behind the panel: the panel was opened last, and only one of them fits. */
export function isToolBehind({ selected, front }: ViewParts): boolean {
  return selected !== null && front === 'panel' && window.matchMedia(CROWDED).matches;
}

/** True if a tool is open. */
export function hasTool({ facilitating, analysing, listing, reading }: ViewParts): boolean {
  return facilitating || analysing || listing !== null || reading !== null;
}

/** True if a tool or guided voting covers the debate, as they do on a phone. */
export function isDebateCovered(parts: ViewParts): boolean {
  return (hasTool(parts) || parts.guided !== null) && !window.matchMedia(WIDE).matches;
}

/** True if the panel is hidden behind a tool. */
export function isPanelBehind(parts: ViewParts): boolean {
  return hasTool(parts) && parts.front === 'tool' && window.matchMedia(CROWDED).matches;
}

/** The tab of the claim in the panel: new comments are read once it is open, and a phone must not hide them behind another tab. */
export function tabOf({ selected, tab, newComments }: ViewParts): PanelTab {
  return tab ?? (selected !== null && newComments?.at === selected.id ? 'comments' : 'support');
}

/** Determines how much of the selection is on screen: nothing behind a tool, and on a phone one tab of a claim. */
export function shownInPanel(parts: ViewParts): 'nothing' | 'arguments' | 'all' {
  if (isPanelBehind(parts) || isDebateCovered(parts) || parts.guided !== null) return 'nothing';
  const hasTabs = parts.selected?.kind === 'claim' && !window.matchMedia(WIDE).matches;
  return hasTabs && tabOf(parts) !== 'comments' ? 'arguments' : 'all';
}

type Tools = Pick<ViewParts, 'facilitating' | 'analysing' | 'listing' | 'reading' | 'guided'>;

/** The parts without any tool, nor guided voting. */
export const NO_TOOL: Tools = {
  facilitating: false,
  analysing: false,
  listing: null,
  reading: null,
  guided: null,
};

/** Returns the parts that open a tool: it replaces another one, and is in front of the panel. */
export function openTool(tool: Partial<Omit<Tools, 'guided'>>): Partial<ViewParts> {
  return { ...NO_TOOL, ...tool, front: 'tool' };
}
