import { foldedWords } from '../../words/folded-words.ts';
import { isMistyped } from '../../words/near-words.ts';
import { splitWords } from '../../words/word-forms.ts';

/** Like answers: the most frequent of their spellings, and how many people gave them. */
export interface LikeAnswers {
  readonly text: string;
  readonly people: number;
}

/** A word of answers, and how many people used it. */
export interface CloudWord {
  readonly word: string;
  readonly people: number;
}

/** Answers in free text, gathered. */
export interface GatheredTexts {
  readonly groups: readonly LikeAnswers[];
  readonly words: readonly CloudWord[];
  /** People whose answers aren't in the groups. */
  readonly others: number;
}

/** Groups and words that are sent: more than that nobody reads. */
const GROUPS = 100;
const WORDS = 60;
/** Words whose other forms are found: each is compared with those one letter shorter and longer. */
const WORDS_WITH_FORMS = 2_000;
/** Letters of a word that is compared with others, and of one in which a wrong letter is taken for a slip: “price” isn't “pride”. */
const FORM_LETTERS = { min: 5, max: 30, swapped: 8 } as const;

/** Words that only join others: clouds of them would say nothing. Folded; of the languages that most debates are in. */
const JOINING = `a an and are as at be because been but by can do for from has have if in into is it its just more not of on or our so than that the their
  them then there they this to too very was we were what when which who will with would you your i he she his her me my us
  der die das den dem des ein eine einen einem einer und oder ist sind im in am an auf aus bei mit nach von zu zum zur fur nicht auch als wie wir ich sie es
  le la les un une des du de et ou est sont dans sur avec pour par pas que qui ce cette au aux il elle nous vous ne se
  el los las y o es son en con por para no que se su al del lo mas`;
/** The same, split when it is first needed: in browsers it never is. */
let joining: ReadonlySet<string> | null = null;

function isJoining(word: string): boolean {
  joining ??= new Set(JOINING.split(/\s+/));
  return joining.has(word);
}

interface Given {
  readonly text: string;
  readonly words: readonly string[];
  people: number;
}

/**
 * Gathers answers in free text: those with the same words are alike, apart from case, accents, punctuation and slips in long words.
 * `hidden`: texts whose like answers are left out. `least`: like answers and words of fewer people aren't shown.
 */
export function gatherTexts(
  texts: Iterable<string>,
  { hidden = [], least = 1 }: { readonly hidden?: readonly string[]; readonly least?: number } = {},
): GatheredTexts {
  const given = countTexts(texts);
  const forms = formsOf(given);
  const keyOf = ({ words }: Given) => words.map((word) => forms.get(word) ?? word).join(' ');
  const left = new Set(hidden.map((text) => foldedWords(text).join(' ')));
  const groups = new Map<string, Given[]>();
  for (const one of given) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const visible = [...groups.values()]
    .filter((group) => !group.some(({ words }) => left.has(words.join(' '))))
    .map((group) => ({ given: group.sort(byPeople), people: sumOf(group) }))
    .sort((a, b) => b.people - a.people || order(a.given[0]?.text, b.given[0]?.text));
  const shown = visible.filter(({ people }) => people >= least).slice(0, GROUPS);
  const rest = visible.filter((group) => !shown.includes(group));
  return {
    groups: shown.map(({ given: [first], people }) => ({ text: first?.text ?? '', people })),
    words: wordsOf(shown, rest, { forms, least }),
    others: rest.reduce((sum, { people }) => sum + people, 0),
  };
}

function countTexts(texts: Iterable<string>): Given[] {
  const given = new Map<string, Given>();
  for (const text of texts) {
    const known = given.get(text);
    if (known) known.people += 1;
    // The text of an erased person is empty.
    else if (text !== '') given.set(text, { text, words: foldedWords(text), people: 1 });
  }
  return [...given.values()];
}

/** The most frequent form of each word that has forms: plurals and slips, one letter apart. */
function formsOf(given: readonly Given[]): ReadonlyMap<string, string> {
  const people = new Map<string, number>();
  for (const one of given)
    for (const word of new Set(one.words)) people.set(word, (people.get(word) ?? 0) + one.people);
  const words = [...people]
    .filter(([word]) => word.length >= FORM_LETTERS.min && word.length <= FORM_LETTERS.max)
    .sort(([a, more], [b, fewer]) => fewer - more || order(a, b))
    .slice(0, WORDS_WITH_FORMS);
  const forms = new Map<string, string>();
  /** Words that stand for others, by what is left of each without one of its letters. */
  const shorter = new Map<string, string[]>();
  const heads = new Set<string>();
  for (const [word] of words) {
    const parts = [...withoutOneLetter(word)];
    const candidates = [
      ...parts.filter((part) => heads.has(part)),
      ...[word, ...parts].flatMap((part) => shorter.get(part) ?? []),
    ];
    const head = candidates.find((one) => isForm(word, one));
    if (head !== undefined) {
      forms.set(word, head);
      continue;
    }
    heads.add(word);
    for (const part of parts) shorter.set(part, [...(shorter.get(part) ?? []), word]);
  }
  return forms;
}

function isForm(word: string, head: string): boolean {
  if (word[0] !== head[0] || Math.min(word.length, head.length) < FORM_LETTERS.min) return false;
  return (word.length !== head.length || word.length >= FORM_LETTERS.swapped) && isMistyped(word, head);
}

function withoutOneLetter(word: string): Set<string> {
  return new Set(Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)));
}

interface Group {
  readonly given: readonly Given[];
  readonly people: number;
}

/**
 * The words of answers, by how many people used them. A word counts in the groups that are shown; elsewhere only if enough people used it
 * there, so that the difference between a word and the groups says nothing about a few.
 */
function wordsOf(
  shown: readonly Group[],
  rest: readonly Group[],
  { forms, least }: { readonly forms: ReadonlyMap<string, string>; readonly least: number },
): CloudWord[] {
  const [inGroups, elsewhere] = [shown, rest].map((groups) => countWords(groups, forms)) as [Counts, Counts];
  const words = new Set([...inGroups.keys(), ...elsewhere.keys()]);
  return [...words]
    .flatMap((word): CloudWord[] => {
      const others = elsewhere.get(word)?.people ?? 0;
      const people = (inGroups.get(word)?.people ?? 0) + (others >= least ? others : 0);
      return people > 0
        ? [{ word: inGroups.get(word)?.written ?? elsewhere.get(word)?.written ?? word, people }]
        : [];
    })
    .sort((a, b) => b.people - a.people || order(a.word, b.word))
    .slice(0, WORDS);
}

type Counts = Map<string, { people: number; written: string }>;

function countWords(groups: readonly Group[], forms: ReadonlyMap<string, string>): Counts {
  const counts: Counts = new Map();
  for (const { given } of groups)
    for (const { text, words, people } of given) {
      const written = splitWords(text);
      const own = new Map(words.map((word, at) => [forms.get(word) ?? word, written[at] ?? text]));
      for (const [word, spelling] of own) {
        if (isJoining(word) && own.size > 1) continue;
        const known = counts.get(word);
        if (known) known.people += people;
        else counts.set(word, { people, written: spelling });
      }
    }
  return counts;
}

function sumOf(group: readonly Given[]): number {
  return group.reduce((sum, { people }) => sum + people, 0);
}

function byPeople(one: Given, other: Given): number {
  return other.people - one.people || order(one.text, other.text);
}

function order(one = '', other = ''): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
