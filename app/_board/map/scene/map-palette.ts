import { HUES, type Hue } from '#domain/debate/positions/position.ts';

/** The theme's colours for the canvas, which cannot read custom properties itself. */
export interface MapPalette {
  readonly paper: string;
  readonly ink: string;
  readonly rule: string;
  readonly dim: string;
  readonly found: string;
  /** The same as a background for words. */
  readonly foundWash: string;
  readonly support: string;
  readonly attack: string;
  hue(hue: Hue | null): string;
}

export function readPalette(): MapPalette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const hues = new Map(HUES.map((hue) => [hue, token(`--hue-${hue}`)]));
  const none = token('--ink-faint');
  return {
    paper: token('--paper'),
    ink: token('--ink'),
    rule: token('--rule'),
    dim: token('--ink-dim'),
    found: token('--found'),
    foundWash: token('--found-wash'),
    support: token('--support'),
    attack: token('--attack'),
    hue: (hue) => (hue && hues.get(hue)) || none,
  };
}

/** Returns the same palette in one pale ink, for what is out of focus. */
export function dimmed(palette: MapPalette): MapPalette {
  const { dim, rule } = palette;
  return { ...palette, ink: dim, support: rule, attack: rule, hue: () => dim };
}

/** Calls `changed` when the theme changes, by the system or by hand. Returns an unsubscribe function. */
export function onThemeChange(changed: () => void): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const byHand = new MutationObserver(changed);
  system.addEventListener('change', changed);
  byHand.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  return () => {
    system.removeEventListener('change', changed);
    byHand.disconnect();
  };
}
