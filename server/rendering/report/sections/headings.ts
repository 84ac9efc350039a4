import type { Block, BlockRole } from '../flow.ts';
import { MEASURE } from '../paper.ts';
import type { Setter, Style } from '../setter.ts';
import { AIR, STYLES } from '../styles.ts';

/** The full width of the text. */
export const FULL = { x: 0, width: MEASURE } as const;

/** The heading of a section, in contents and bookmarks. */
export function sectionHeading(setter: Setter, title: string): Block {
  const rows = setter.rows(title, STYLES.section, FULL);
  const rule = { height: 14, inks: [], ornaments: [ruleAt(6)] };
  return {
    role: { kind: 'H1' },
    rows: [...rows, rule],
    before: AIR.opening,
    opensSection: true,
    leads: true,
    place: title,
    bookmark: { title, level: 0 },
  };
}

/** A heading within a section. */
export function heading(setter: Setter, title: string, role: 'H2' | 'H3' = 'H2'): Block {
  const style = role === 'H2' ? STYLES.heading : STYLES.small;
  return {
    role: { kind: role },
    rows: setter.rows(title, style, FULL),
    before: AIR.heading,
    leads: true,
  };
}

/** A paragraph. */
export function paragraph(
  setter: Setter,
  text: string,
  style: Style = STYLES.body,
  role: BlockRole = { kind: 'P' },
): Block {
  return { role, rows: setter.rows(text, style, FULL), before: AIR.paragraph };
}

/** A hairline over the width of the text. */
export function ruleAt(y: number, width: number = MEASURE) {
  return { path: `M0 ${y}h${width}`, paint: { stroke: '#cfc9bb', width: 0.6 } };
}
