import { citedClaim, conclusionPieces } from '../debate/conclusion/cited-claims.ts';
import { isCurrent, isWritten, signOffs, writtenSections } from '../debate/conclusion/signatures.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { ConclusionSection } from '../debate/texts/texts.ts';
import { NOBODY } from '../debate/visibility/viewer.ts';
import type { MapClaim, MapPosition } from './argument-map.ts';
import type { ExchangedDebate } from './exchanged-debate.ts';
import { readable } from './pages/readable-text.ts';

/** The conclusion as a file to read has it: sections with words, and how the positions signed off. */
export interface WrittenConclusion {
  readonly sections: readonly WrittenSection[];
  readonly signOffs: readonly string[];
}

interface WrittenSection {
  readonly title: string;
  readonly pieces: readonly WrittenPiece[];
  /** All of its pieces. */
  readonly text: string;
}

/** Words, or those of a cited claim with its number; null: they are no claim of the file. */
interface WrittenPiece {
  readonly text: string;
  readonly number: string | null;
}

/** The words around the conclusion, in English as in all files. */
export const CONCLUSION_WORDS = {
  title: 'Conclusion',
  sections: {
    agreements: 'What we agree on',
    differences: 'Where we differ',
    cruxes: 'What would change our minds',
  } satisfies Record<ConclusionSection, string>,
  unseenClaim: '[a claim that isn’t shown]',
  unsigned: 'No position has signed it off.',
  signed: (count: number, names: readonly string[]) => `signed by ${people(count)}${listed(names)}`,
  signedEarlier: (count: number) => `${people(count)} signed an earlier version`,
  recorded: 'sign-off recorded by a moderator',
  recordedEarlier: 'sign-off on an earlier version recorded by a moderator',
} as const;

/** Names listed for one position. */
const NAMED = 20;

/** The conclusion with the claims it cites in words and by their numbers; null: there is none. */
export function writtenConclusion(
  { state, names }: Pick<ExchangedDebate, 'state' | 'names'>,
  { claims, positions }: { readonly claims: readonly MapClaim[]; readonly positions: readonly MapPosition[] },
): WrittenConclusion | null {
  const { conclusion } = state;
  if (!isWritten(conclusion)) return null;
  const numbers = new Map(claims.map(({ id, number }) => [id, number]));
  const sections = writtenSections(conclusion).map((section) => {
    const pieces = writtenPieces(state, readable(conclusion[section].trim()), numbers);
    const text = pieces.map((piece) => piece.text).join('');
    return { title: CONCLUSION_WORDS.sections[section], pieces, text };
  });
  const signed = signOffs(state, positions).flatMap(({ positionId, current, earlier, recorded }) => {
    const said = [
      ...(current.length > 0 ? [CONCLUSION_WORDS.signed(current.length, namesOf(current, names))] : []),
      ...(earlier.length > 0 ? [CONCLUSION_WORDS.signedEarlier(earlier.length)] : []),
      ...(recorded ? [CONCLUSION_WORDS[isCurrent(state, recorded) ? 'recorded' : 'recordedEarlier']] : []),
    ];
    const name = state.positions.get(positionId)?.name ?? '';
    return said.length > 0 ? [`${name}: ${said.join('; ')}`] : [];
  });
  return { sections, signOffs: signed.length > 0 ? signed : [CONCLUSION_WORDS.unsigned] };
}

function writtenPieces(
  state: DebateState,
  text: string,
  numbers: ReadonlyMap<string, string>,
): readonly WrittenPiece[] {
  return conclusionPieces(text).map((piece) => {
    if (piece.kind === 'text') return { text: piece.text, number: null };
    const claim = citedClaim(state, piece.id);
    if (!claim) return { text: CONCLUSION_WORDS.unseenClaim, number: null };
    const number = numbers.get(claim.id) ?? null;
    return { text: `“${readable(claim.text)}”${number === null ? '' : ` (${number})`}`, number };
  });
}

function namesOf(
  signatures: readonly { readonly author: string }[],
  names: ReadonlyMap<string, string>,
): readonly string[] {
  return signatures.flatMap(({ author }) => (author === NOBODY ? [] : (names.get(author) ?? [])));
}

function people(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'person' : 'people'}`;
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length > NAMED ? `, and ${names.length - NAMED} more` : '';
  return ` (${names.slice(0, NAMED).join(', ')}${more})`;
}
