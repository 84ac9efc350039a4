import type { CSSProperties } from 'react';
import type { Hue } from '../../domain/debate/positions/position.ts';

/** The colour of a position's hue in the present theme, for use in styles; ink's where there is none. */
function hueColor(hue: Hue | null): string {
  return hue ? `var(--hue-${hue})` : 'var(--ink-faint)';
}

const styles = new Map<Hue | null, CSSProperties>();

/** Sets `--hue` for an element and all below it: the same object for all of one hue. */
export function hueStyle(hue: Hue | null = null): CSSProperties {
  const style = styles.get(hue) ?? ({ '--hue': hueColor(hue) } as CSSProperties);
  styles.set(hue, style);
  return style;
}
