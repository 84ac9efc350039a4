import { webAddress } from '#domain/formats/pages/escape-markdown.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import { truncateText } from '#domain/formats/whole-text.ts';
import type { Block } from '../flow.ts';
import { MEASURE } from '../paper.ts';
import type { ReportFacts } from '../report-facts.ts';
import { REPORT } from '../report-words.ts';
import type { Setter } from '../setter.ts';
import { AIR, STYLES } from '../styles.ts';
import { sectionHeading } from './headings.ts';

/** Characters of a source's excerpt: a report quotes, the source itself is elsewhere. */
const QUOTED = 1_200;

/** The sources that claims cite, by their numbers. */
export function sourcesSection({ map }: ReportFacts, setter: Setter): Block[] {
  if (map.sources.length === 0) return [];
  const column = { x: 26, width: MEASURE - 26 };
  return [
    sectionHeading(setter, REPORT.sources),
    ...map.sources.map(({ title, url, locator, excerpt }, at): Block => {
      const [first, ...more] = setter.rows(
        [readable(title), locator].filter(Boolean).join(', '),
        STYLES.body,
        column,
      );
      const number = setter.ink(
        `${at + 1}`,
        { ...STYLES.figure, line: STYLES.body.line },
        { x: 0, width: 18 },
        'right',
      );
      const address = webAddress(url);
      return {
        role: { kind: 'item', depth: 1 },
        before: AIR.item,
        rows: [
          { height: STYLES.body.line, inks: [number, ...(first?.inks ?? [])] },
          ...more,
          ...(address ? setter.rows(address, STYLES.note, column) : []),
          ...(excerpt ? setter.rows(truncateText(readable(excerpt), QUOTED), STYLES.quote, column) : []),
        ],
      };
    }),
  ];
}
