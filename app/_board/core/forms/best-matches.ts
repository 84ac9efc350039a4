import { foldText } from '#domain/words/fold-text.ts';

/** An option of a list. */
export interface ListOption {
  readonly value: string;
  readonly text: string;
  /** Heading over the option and over its neighbours of the same heading. */
  readonly group?: { readonly id: string; readonly text: string };
}

/** Ranks names: those that begin with the query, then those with a word that does, then those that contain it anywhere. */
export function rankOf(name: string, query: string): number | null {
  if (name.startsWith(query)) return 0;
  if (name.includes(` ${query}`)) return 1;
  return name.includes(query) ? 2 : null;
}

/** The rank of options that contain all words of a query, but not next to each other. */
const SCATTERED = 3;

/** Returns the options that contain all words of a query, the best first; equally good ones in their order. */
export function bestMatches<T extends ListOption>(options: readonly T[], query: string): readonly T[] {
  const wanted = foldText(query);
  if (wanted === '') return options;
  const words = wanted.split(' ');
  const found: { option: T; rank: number }[] = [];
  for (const option of options) {
    const text = foldedOf(option);
    const rank = rankOf(text, wanted) ?? (words.every((word) => text.includes(word)) ? SCATTERED : null);
    if (rank !== null) found.push({ option, rank });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ option }) => option);
}

/** Folded texts, kept because each key searches through all options again. */
const known = new WeakMap<ListOption, string>();

function foldedOf(option: ListOption): string {
  const kept = known.get(option);
  if (kept !== undefined) return kept;
  const text = foldText([option.group?.text, option.text].filter(Boolean).join(' '));
  known.set(option, text);
  return text;
}
