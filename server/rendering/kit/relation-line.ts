import type { MapClaim } from '#domain/formats/argument-map.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import { truncateText } from '#domain/formats/whole-text.ts';
import { PICTURE_WORDS } from '../pictures/picture-words.ts';
import type { ReportFacts } from '../report/report-facts.ts';
import type { RelationWord } from '../report/sections/signs.ts';

/** Characters of the text that a claim answers. */
const QUOTED = 110;

/** The claim or position that a claim answers, in a line: `attacks 1.2 “Subsidies distort …”`. */
export function relationOf(
  { state, numbers }: ReportFacts,
  { link }: MapClaim,
): { readonly bearing: RelationWord; readonly line: string } {
  const { target, relation } = link;
  const bearing = target.kind === 'link' ? 'undercuts' : relation === 'support' ? 'supports' : 'attacks';
  const number = numbers.get(target.id) ?? '';
  const position = state.positions.get(target.id)?.name;
  const claim = state.claims.get(target.id)?.text;
  const words =
    position ??
    (claim === undefined ? '' : `“${truncateText(readable(claim).replace(/\s+/g, ' '), QUOTED)}”`);
  return { bearing, line: [PICTURE_WORDS[bearing], number, words].filter(Boolean).join(' ') };
}
