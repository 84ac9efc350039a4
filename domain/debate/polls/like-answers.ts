import { addTo, groupBy } from '../../collections/group-by.ts';
import { finish, type Steps } from '../../collections/steps.ts';
import { isMistyped } from '../../words/near-words.ts';
import { type AnswerWord, wordingOf, wordsOfAnswer } from './answer-words.ts';

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
  /** People whose answers aren't in the groups: few gave them, a moderator has hidden them, or their words are erased. */
  readonly others: number;
}

/** Groups and words that are sent: more than that nobody reads. */
const GROUPS = 100;
const WORDS = 60;
/** Words whose other forms are found: each is compared with those one letter shorter and longer. */
const WORDS_WITH_FORMS = 2_000;
/** Words that a word is compared with for each of its letters, at most: hostile ones are all alike but for one. */
const COMPARED = 8;
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
  readonly words: readonly AnswerWord[];
  /** Of each word, the form that stands for all of its forms. */
  readonly forms: readonly string[];
  readonly people: number;
}

/**
 * Gathers answers in free text: those with the same words are alike, apart from case, accents, punctuation, plurals and slips in long words.
 * `hidden`: texts whose like answers are left out. `least`: like answers and words of fewer people aren't shown.
 */
export function gatherTexts(
  texts: Iterable<string>,
  { hidden = [], least = 1 }: { readonly hidden?: readonly string[]; readonly least?: number } = {},
): GatheredTexts {
  const people = countTexts(texts);
  const given = finish(givenOf(people));
  const left = new Set(hidden.map(wordingOf));
  // Hiding what isn't shown has no effect: it would tell whether a few people gave it, or gave it in these words.
  const hides = (group: readonly Given[]) =>
    left.size > 0 &&
    sumOf(group) >= least &&
    (least > 1 ? group.slice(0, 1) : group).some(({ text }) => left.has(wordingOf(text)));
  const all = [...groupBy(given, ({ forms }) => forms.join(' ')).values()].map(
    (group): Group => ({
      given: group.sort(byPeople),
      people: sumOf(group),
      isHidden: hides(group),
    }),
  );
  const visible = all
    .filter((group) => !group.isHidden && group.given[0]?.text !== '')
    .sort((a, b) => b.people - a.people || order(a.given[0]?.text, b.given[0]?.text));
  const shown = visible.filter((group) => group.people >= least).slice(0, GROUPS);
  return {
    groups: shown.map(({ given: [first], people }) => ({ text: first?.text ?? '', people })),
    words: wordsOf(shown, visible.slice(shown.length), least),
    // Those of hidden answers and erased words too: nobody may count them.
    others: sumOf(all) - sumOf(shown),
  };
}

/** Groups of like answers. `people`: by text, how many gave it. */
export function* likeTexts(people: ReadonlyMap<string, number>): Steps<LikeAnswers[][]> {
  const groups = new Map<string, Given[]>();
  for (const given of yield* givenOf(people)) {
    yield;
    addTo(groups, given.forms.join(' '), given);
  }
  return [...groups.values()];
}

/** The order in which like answers represent their group: the most frequent first. */
export function byPeople(one: LikeAnswers, other: LikeAnswers): number {
  return other.people - one.people || order(one.text, other.text);
}

function countTexts(texts: Iterable<string>): Map<string, number> {
  const people = new Map<string, number>();
  for (const text of texts) people.set(text, (people.get(text) ?? 0) + 1);
  return people;
}

/**
 * Finds forms of words one letter apart: plurals, and slips of one person. A single word isn't taken for a slip: it may be a name, or mean
 * something else.
 */
function* givenOf(texts: ReadonlyMap<string, number>): Steps<Given[]> {
  const frequent = yield* frequentWords(texts);
  const plurals = pluralsOf(frequent.map(([word]) => word));
  const slips = slipsOf(frequent.filter(([word]) => !plurals.has(word)));
  const given: Given[] = [];
  for (const [text, people] of texts) {
    yield;
    const words = wordsOfAnswer(text);
    const forms = words.map(({ folded }) => {
      if (folded.length < FORM_LETTERS.min) return folded;
      const word = plurals.get(folded) ?? folded;
      return words.length > 1 ? (slips.get(word) ?? word) : word;
    });
    given.push({ text, words, forms, people });
  }
  return given;
}

/** The most frequent words that may have other forms, by how many people wrote each. */
function* frequentWords(texts: ReadonlyMap<string, number>): Steps<(readonly [string, number])[]> {
  const people = new Map<string, number>();
  for (const [text, count] of texts) {
    yield;
    for (const word of new Set(longWords(text))) people.set(word, (people.get(word) ?? 0) + count);
  }
  const byFrequency = ([a, more]: readonly [string, number], [b, fewer]: readonly [string, number]) =>
    fewer - more || order(a, b);
  let frequent: (readonly [string, number])[] = [];
  for (const counted of people) {
    frequent.push(counted);
    if (frequent.length < 2 * WORDS_WITH_FORMS) continue;
    yield;
    frequent = frequent.sort(byFrequency).slice(0, WORDS_WITH_FORMS);
  }
  return frequent.sort(byFrequency).slice(0, WORDS_WITH_FORMS);
}

/** The words of an answer that may have other forms. */
function longWords(text: string): string[] {
  return wordsOfAnswer(text)
    .map(({ folded }) => folded)
    .filter((word) => word.length >= FORM_LETTERS.min && word.length <= FORM_LETTERS.max);
}

/** Of a word and its plural the less frequent one, with the other. */
function pluralsOf(words: readonly string[]): ReadonlyMap<string, string> {
  const places = new Map(words.map((word, at) => [word, at]));
  const plurals = new Map<string, string>();
  for (const [word, at] of places) {
    const plural = places.get(`${word}s`);
    if (plural === undefined || word.endsWith('s')) continue;
    if (plural < at) plurals.set(word, `${word}s`);
    else plurals.set(`${word}s`, word);
  }
  return plurals;
}

/** Words that only one person wrote, with the more frequent one that they meant. */
function slipsOf(words: readonly (readonly [string, number])[]): ReadonlyMap<string, string> {
  const slips = new Map<string, string>();
  /** Words that stand for others, by what is left of each without one of its letters. */
  const shorter = new Map<string, string[]>();
  const heads = new Set<string>();
  for (const [word, people] of words) {
    const parts = withoutOneLetter(word);
    const head = people === 1 ? findHead(word, parts, { heads, shorter }) : undefined;
    if (head !== undefined) {
      slips.set(word, head);
      continue;
    }
    heads.add(word);
    for (const part of parts) {
      const known = shorter.get(part);
      if (!known) shorter.set(part, [word]);
      else if (known.length < COMPARED) known.push(word);
    }
  }
  return slips;
}

function findHead(
  word: string,
  parts: ReadonlySet<string>,
  { heads, shorter }: { heads: ReadonlySet<string>; shorter: ReadonlyMap<string, readonly string[]> },
): string | undefined {
  const longer = shorter.get(word)?.find((one) => isForm(word, one));
  if (longer !== undefined) return longer;
  for (const part of parts) {
    if (heads.has(part) && isForm(word, part)) return part;
    // Short words of the same length are never forms of each other.
    const like = word.length < FORM_LETTERS.swapped ? undefined : shorter.get(part);
    const head = like?.find((one) => isForm(word, one));
    if (head !== undefined) return head;
  }
  return undefined;
}

function isForm(word: string, head: string): boolean {
  if (Math.min(word.length, head.length) < FORM_LETTERS.min) return false;
  return (word.length !== head.length || word.length >= FORM_LETTERS.swapped) && isMistyped(word, head);
}

/** A word without one of its letters, for each but the first: nobody mistypes that. */
function withoutOneLetter(word: string): Set<string> {
  const parts = new Set<string>();
  for (let at = 1; at < word.length; at += 1) parts.add(word.slice(0, at) + word.slice(at + 1));
  return parts;
}

interface Group {
  readonly given: readonly Given[];
  readonly people: number;
  readonly isHidden: boolean;
}

/**
 * The words of answers, by how many people used them. A word counts in the groups that are shown; elsewhere only if enough people used it
 * there, so that the difference between a word and the groups says nothing about a few.
 */
function wordsOf(shown: readonly Group[], rest: readonly Group[], least: number): CloudWord[] {
  const [inGroups, elsewhere] = [shown, rest].map(countWords) as [Counts, Counts];
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

function countWords(groups: readonly Group[]): Counts {
  const counts: Counts = new Map();
  for (const { given } of groups)
    for (const { words, forms, people } of given) {
      const own = new Map(words.map(({ written }, at) => [forms[at] ?? written, written]));
      for (const [word, spelling] of own) {
        if (isJoining(word) && own.size > 1) continue;
        const known = counts.get(word);
        if (known) known.people += people;
        else counts.set(word, { people, written: spelling });
      }
    }
  return counts;
}

function sumOf(all: readonly { readonly people: number }[]): number {
  return all.reduce((sum, { people }) => sum + people, 0);
}

function order(one = '', other = ''): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
