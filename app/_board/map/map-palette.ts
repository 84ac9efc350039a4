import { HUES, type Hue } from '../../../domain/debate/records/position.ts';

/** The theme's colours, for the canvas: it cannot read custom properties itself. */
export interface MapPalette {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly dim: string;
  readonly focus: string;
  readonly found: string;
  /** The same behind words. */
  readonly foundWash: string;
  readonly support: string;
  readonly attack: string;
  readonly sans: string;
  readonly serif: string;
  hue(hue: Hue | null): string;
}

export function readPalette(): MapPalette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const hues = new Map(HUES.map((hue) => [hue, token(`--hue-${hue}`)]));
  const none = token('--ink-faint');
  return {
    paper: token('--paper'),
    card: token('--paper-raised'),
    ink: token('--ink'),
    soft: token('--ink-soft'),
    rule: token('--rule'),
    dim: token('--ink-dim'),
    focus: token('--focus'),
    found: token('--found'),
    foundWash: token('--found-wash'),
    support: token('--support'),
    attack: token('--attack'),
    sans: token('--font-sans') || 'sans-serif',
    serif: token('--font-serif') || 'serif',
    hue: (hue) => (hue && hues.get(hue)) || none,
  };
}

/** The same in one pale ink: for what is not looked at now. */
export function dimmed(palette: MapPalette): MapPalette {
  const { dim, rule, paper } = palette;
  return { ...palette, card: paper, ink: dim, soft: dim, support: rule, attack: rule, hue: () => dim };
}

/** Calls when the theme changes, by the system or by hand; the answer stops it. */
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
