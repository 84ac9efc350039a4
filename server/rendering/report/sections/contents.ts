import type { Block } from '../flow.ts';
import { MEASURE } from '../paper.ts';
import { REPORT } from '../report-words.ts';
import type { Setter } from '../setter.ts';
import { STYLES } from '../styles.ts';
import { sectionHeading } from './headings.ts';

/** An entry of the contents. */
export interface ContentsEntry {
  readonly title: string;
  readonly place: string;
  readonly level: number;
  readonly page: number;
}

/** The contents, if there is more than one section: sections and positions, each with its page. */
export function contents(entries: readonly ContentsEntry[], setter: Setter): Block[] {
  if (entries.length < 2) return [];
  const { bookmark: _, place: __, ...title } = sectionHeading(setter, REPORT.contents);
  return [
    title,
    ...entries.map(({ title, place, level, page }): Block => {
      const style = level === 0 ? { ...STYLES.heading, size: 12, line: 20 } : { ...STYLES.body, line: 17 };
      const x = level * 16;
      return {
        role: { kind: 'entry', place },
        before: level === 0 ? 7 : 0,
        rows: [
          {
            height: style.line,
            inks: [
              setter.ink(title, style, { x, width: MEASURE - x - 50 }),
              setter.ink(
                `${page}`,
                { ...STYLES.figure, line: style.line },
                { x: MEASURE - 40, width: 40 },
                'right',
              ),
            ],
          },
        ],
      };
    }),
  ];
}
