import type { CSSProperties } from 'react';
import type { Hue } from '../../domain/debate/records/position.ts';

/** The colour of a position's hue in the present theme, for use in styles; ink's where there is none. */
function hueColor(hue: Hue | null | undefined): string {
  return hue ? `var(--hue-${hue})` : 'var(--ink-faint)';
}

/** Sets `--hue` for an element and all below it. */
export function hueStyle(hue: Hue | null | undefined): CSSProperties {
  return { '--hue': hueColor(hue) } as CSSProperties;
}
