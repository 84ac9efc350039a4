import type { CSSProperties } from 'react';
import type { Hue } from '#domain/debate/positions/position.ts';

/** Returns the colour of a position's hue in the present theme, for use in styles; ink if there is none. */
function hueColor(hue: Hue | null): string {
  return hue ? `var(--hue-${hue})` : 'var(--ink-faint)';
}

const styles = new Map<Hue | null, CSSProperties>();

/** Returns the style that sets `--hue` for an element and everything below it: the same object for the same hue. */
export function hueStyle(hue: Hue | null = null): CSSProperties {
  const style = styles.get(hue) ?? ({ '--hue': hueColor(hue) } as CSSProperties);
  styles.set(hue, style);
  return style;
}
