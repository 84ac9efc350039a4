import { readable } from '#domain/formats/pages/readable-text.ts';
import { CONCLUSION_WORDS, writtenConclusion } from '#domain/formats/written-conclusion.ts';
import type { Block } from '../flow.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { Setter } from '../setter.ts';
import { STYLES } from '../styles.ts';
import { heading, paragraph, sectionHeading } from './headings.ts';

/** The conclusion, and how the positions signed it off; nothing if there is none. */
export function conclusionSection({ state, names, map }: ReportFacts, setter: Setter): Block[] {
  const conclusion = writtenConclusion({ state, names }, map);
  if (!conclusion) return [];
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
  return [
    sectionHeading(setter, CONCLUSION_WORDS.title),
    ...conclusion.sections.flatMap(({ title, text }) => [
      heading(setter, title),
      ...lines(readable(text)).map((line) => paragraph(setter, line)),
    ]),
    ...conclusion.signOffs.map((line) => paragraph(setter, line, STYLES.note)),
  ];
}
