import type { Steps } from '../../collections/steps.ts';
import { insertedTexts, withInserted } from '../../ot/inserted-text.ts';
import { applyChange, diffText, type TextChange } from '../../ot/text-change.ts';
import type { Effect, EffectWith, LogEntry, PassageIn } from '../engine/entries.ts';
import { evolve } from '../engine/evolve.ts';
import { type DebateState, EMPTY_STATE } from '../engine/state.ts';
import { HIDING_REASONS, RETURN_REASONS } from '../head/reasons.ts';
import { CONCLUSION_SECTIONS, sourceOfArticle, type TextName, textIn, textNamed } from '../texts/texts.ts';
import { blankAlike } from './blank-alike.ts';
import { blankRepeated, DeletedRuns } from './deleted-runs.ts';
import { GivenTexts } from './given-texts.ts';
import { blankText } from './tombstone.ts';

/**
 * Rewrites a debate's log without one person's words, entry by entry from the first: each word is blank, in a text of the same length. So
 * every number, place and vote stays the same, others' changes fit, and the log folds as before.
 *
 * A person's words are what they insert into texts, the sources they entered, and the notes they wrote to others; not the debate's title,
 * motion, positions and reasons. Quotes belong to the person who quotes, but what a person deletes from a text and inserts again, or copies
 * within it, stays its author's.
 */
export class WordEraser {
  readonly #author: string;
  readonly #given: GivenTexts;
  readonly #takenOut = new DeletedRuns();
  #before: DebateState = EMPTY_STATE;
  #after: DebateState = EMPTY_STATE;

  /** `author`: the participant whose words are erased. `given`: the texts given to polls, of the whole log if it was read before. */
  constructor(author: string, given = new GivenTexts(author)) {
    this.#author = author;
    this.#given = given;
  }

  /** The state after the rewritten entries so far. */
  get state(): DebateState {
    return this.#after;
  }

  /** True if some of the words are in the conclusion. */
  get isInConclusion(): boolean {
    const [before, after] = [this.#before.conclusion, this.#after.conclusion];
    return CONCLUSION_SECTIONS.some((section) => before?.[section] !== after?.[section]);
  }

  /** Takes the next entry and returns its rewritten form: the same object if nothing in it changes. */
  *take(entry: LogEntry): Steps<LogEntry> {
    this.#given.read(entry);
    const effect = yield* this.#rewritten(entry);
    const [before, after] = [this.#before, this.#after];
    this.#before = evolve(before, entry);
    const rewritten = effect === entry.effect ? entry : { ...entry, effect };
    this.#after = evolve(after, rewritten);
    return this.#sealedAlike(before, after, rewritten);
  }

  /** A wording is a new one if its words differ, which blank words no longer show: where they would be wrong, the entry says it. */
  #sealedAlike(before: DebateState, after: DebateState, entry: LogEntry): LogEntry {
    const { effect } = entry;
    const name = rewordedText(effect);
    const sourceId = sourceOfArticle(name) ?? '';
    const isReworded = (from: DebateState, to: DebateState) =>
      from.claims.get(name)?.wording !== to.claims.get(name)?.wording ||
      from.articles.get(sourceId)?.version !== to.articles.get(sourceId)?.version;
    const reworded = isReworded(before, this.#before);
    if (reworded === isReworded(after, this.#after)) return entry;
    const alike = { ...entry, effect: { ...effect, reworded } as Effect };
    this.#after = evolve(after, alike);
    return alike;
  }

  *#rewritten({ author, effect }: LogEntry): Steps<Effect> {
    const isOwn = author === this.#author;
    switch (effect.type) {
      case 'claim.edited':
      case 'comment.edited':
      case 'summary.edited':
      case 'source.edited':
      case 'article.edited':
      case 'conclusion.edited': {
        const name = textNamed(effect);
        if ('text' in effect)
          return { ...effect, text: yield* this.#blankWholeText(name, effect.text, author) };
        const change = yield* this.#changed(name, effect.change, author);
        return change === effect.change ? effect : { ...effect, change };
      }
      case 'position.edited': {
        const { positionId, summary } = effect;
        return summary === undefined
          ? effect
          : { ...effect, summary: yield* this.#blankWholeText(positionId, summary, author) };
      }
      case 'position.added':
        return isOwn ? { ...effect, summary: blankText(effect.summary) } : effect;
      case 'claim.added':
      case 'comment.added':
      case 'question.asked':
        return isOwn ? { ...effect, text: blankText(effect.text) } : effect;
      case 'source.added': {
        if (!isOwn) return effect;
        const { title, locator, excerpt, note } = effect;
        return {
          ...effect,
          title: blankText(title),
          url: '',
          locator: blankText(locator),
          excerpt: blankText(excerpt),
          note: blankText(note),
        };
      }
      case 'claim.split': {
        const { claimId, change, parts } = effect;
        const pieces: Cut[] = [];
        for (const part of parts)
          pieces.push({ ...part, text: yield* this.#splitPart(claimId, part, isOwn) });
        return { ...effect, change: yield* this.#changed(claimId, change, author), parts: pieces };
      }
      case 'claim.joined': {
        const { claimId, change, parts } = effect;
        if (!change) return effect;
        const whole = (state: DebateState) => state.splits.get(parts[0] ?? '')?.whole;
        return { ...effect, change: yield* this.#broughtBack(claimId, change, author, whole) };
      }
      case 'claim.cited': {
        const { sourceId, passages } = effect;
        if (!passages) return effect;
        const quoted: PassageIn[] = [];
        for (const passage of passages) quoted.push(yield* this.#quoted(sourceId, passage));
        return { ...effect, passages: quoted };
      }
      case 'suggestion.made': {
        const { claimId, change, note } = effect;
        const suggested = yield* this.#blankInserted(claimId, change, author, 'suggested');
        return { ...effect, change: suggested, note: isOwn ? blankText(note) : note };
      }
      case 'suggestion.settled': {
        const { claimId, change, note, suggestionId } = effect;
        const answer = isOwn ? blankText(note) : note;
        if (!change) return { ...effect, note: answer };
        // No matter who accepts it, the words are the suggester's; if the answer is undone, the earlier ones return.
        const { author: suggester = author } = this.#before.suggestions.get(suggestionId) ?? {};
        const was = (state: DebateState) => state.suggestions.get(suggestionId)?.was;
        const settled = effect.outcome
          ? yield* this.#changed(claimId, change, suggester)
          : yield* this.#broughtBack(claimId, change, author, was);
        return { ...effect, change: settled, note: answer };
      }
      case 'content.hidden':
      case 'content.sentBack': {
        if (!isOwn) return effect;
        const { reason, note } = effect;
        return {
          ...effect,
          reason: this.#isGiven(reason) ? reason : blankText(reason),
          note: blankText(note),
        };
      }
      case 'claim.retracted': {
        const { reason } = effect;
        return isOwn && reason !== undefined && !this.#isGiven(reason)
          ? { ...effect, reason: blankText(reason) }
          : effect;
      }
      case 'flag.set':
        return isOwn ? { ...effect, note: blankText(effect.note) } : effect;
      case 'poll.opened': {
        if (!isOwn || effect.kind !== 'quick') return effect;
        const { question, options, form } = effect;
        const asked = { ...effect, question: blankText(question), options: options.map(blankText) };
        return form?.type === 'number' ? { ...asked, form: { ...form, unit: blankText(form.unit) } } : asked;
      }
      case 'poll.answered': {
        const { pollId, choice } = effect;
        if (typeof choice !== 'string') return effect;
        const left = yield* this.#given.answer(author, pollId, choice);
        return left === choice ? effect : { ...effect, choice: left };
      }
      case 'poll.answerHidden': {
        const { pollId, text } = effect;
        const left = yield* this.#given.hidden(pollId, text);
        return left === text ? effect : { ...effect, text: left };
      }
      case 'report.made': {
        if (!isOwn) return effect;
        const { reason, words } = effect;
        return {
          ...effect,
          reason: this.#isGiven(reason) ? reason : blankText(reason),
          words: blankText(words),
        };
      }
      default:
        // An effect in which someone may write is handled above.
        return effect satisfies Exclude<Effect, EffectWith<WrittenField>>;
    }
  }

  /** A rewritten passage: quoted words of an article belong to the article's author. */
  *#quoted(sourceId: string, passage: PassageIn): Steps<PassageIn> {
    const [before = '', after = ''] = [this.#before, this.#after].map(
      ({ articles }) => articles.get(sourceId)?.text,
    );
    const { start, end, prefix, suffix, exact } = passage;
    if (before === after) return passage;
    // It was made on the article of that time, and that has the same length now.
    if (before.slice(start, end) === exact)
      return {
        ...passage,
        exact: after.slice(start, end),
        prefix: after.slice(start - prefix.length, start),
        suffix: after.slice(end, end + suffix.length),
      };
    const texts = [exact, prefix, suffix];
    const [quote = exact, ahead = prefix, behind = suffix] = yield* blankAlike(texts, [
      { words: before, left: after },
    ]);
    return { ...passage, exact: quote, prefix: ahead, suffix: behind };
  }

  /** A rewritten part of a split wording: the author of the split claim wrote it. */
  *#splitPart(claimId: string, { claimId: partId, text }: Cut, isOwn: boolean): Steps<string> {
    if (isOwn || this.#before.claims.get(claimId)?.author === this.#author) return blankText(text);
    // A part that is split off again has its own words, which may have changed since.
    for (const name of [partId, claimId]) {
      const [before = '', after = ''] = [this.#before, this.#after].map((state) => textIn(state, name) ?? '');
      const at = before.indexOf(text);
      if (at >= 0) return after.slice(at, at + text.length);
    }
    const [before = '', after = ''] = [this.#before, this.#after].map(
      (state) => textIn(state, claimId) ?? '',
    );
    return yield* blankErased(text, before, after);
  }

  /** A change that brings back text of an earlier wording, as joining does: no matter who asks for it, the text stays its author's. */
  *#broughtBack(
    claimId: string,
    change: TextChange,
    author: string,
    earlierIn: (state: DebateState) => string | undefined,
  ): Steps<TextChange> {
    const [before = '', after = ''] = [this.#before, this.#after].map(earlierIn);
    const left: string[] = [];
    for (const text of insertedTexts(change)) left.push(yield* blankInRest(text, before, after));
    const blank = withInserted(change, left);
    return yield* this.#changed(claimId, blank, author === this.#author ? NO_ONE : author);
  }

  /** True if a reason is one of a list, the debate's or Parley's: nobody wrote it. */
  #isGiven(reason: string): boolean {
    const given = this.#before.head?.settings.reasons ?? [];
    return GIVEN_REASONS.includes(reason) || given.includes(reason);
  }

  /** A whole text, as in old entries: only what differs from the text before was written then. */
  *#blankWholeText(name: TextName, text: string, author: string): Steps<string> {
    const before = textIn(this.#before, name) ?? '';
    const change = yield* this.#changed(name, diffText(before, text), author);
    return applyChange(textIn(this.#after, name) ?? '', change) ?? text;
  }

  /** A change with erased words blank in what it inserts. */
  *#changed(name: TextName, change: TextChange, author: string): Steps<TextChange> {
    const before = textIn(this.#before, name) ?? '';
    // Folding skips a change that does not fit, whatever it contains; it must not fit afterwards either.
    if (applyChange(before, change) === null) return author === this.#author ? [before.length + 1] : change;
    this.#takenOut.carry(name, author, change);
    return yield* this.#blankInserted(name, change, author, 'made');
  }

  /** A change, made or only suggested, with erased words blank in what it inserts: the same object if there are none. */
  *#blankInserted(
    name: TextName,
    change: TextChange,
    author: string,
    as: 'made' | 'suggested',
  ): Steps<TextChange> {
    const texts = insertedTexts(change);
    if (author === this.#author) return withInserted(change, texts.map(blankText));
    const [before = '', after = ''] = [this.#before, this.#after].map((state) => textIn(state, name) ?? '');
    const [replaced, inserted]: [Replaced[], string[]] = [[], []];
    let at = 0;
    for (const part of change) {
      const length = typeof part === 'number' ? part : part[0];
      if (typeof part !== 'number') {
        yield;
        const [words = '', kept = ''] = [before, after].map((wording) => wording.slice(at, at + length));
        if (as === 'made') this.#takenOut.note(author, { name, at }, words, kept);
        const text = texts[replaced.length] ?? '';
        replaced.push({ words, kept });
        inserted.push(this.#takenOut.has(name, author, text) ? blankText(text) : text);
      }
      at += length;
    }
    const deleted = yield* blankAlike(inserted, this.#takenOut.within(name, author));
    const left = yield* blankAlike(deleted, [{ words: before, left: after }]);
    const blank: string[] = [];
    for (const [place, text] of texts.entries()) {
      yield;
      blank.push(blankRepeated(left[place] ?? text, text, replaced[place] ?? NOTHING));
    }
    return withInserted(change, blank);
  }
}

/** Reasons that Parley has names for, for hiding and for sending back. */
const GIVEN_REASONS: readonly string[] = [...HIDING_REASONS, ...RETURN_REASONS];

/** The writer of text that the erased person brought back, and did not write. */
const NO_ONE = '';

/** The words that a text replaces, and what is left of them. */
interface Replaced {
  readonly words: string;
  readonly kept: string;
}

const NOTHING: Replaced = { words: '', kept: '' };

/** A text, blank where it has others' erased words: those of `words`, the earlier ones, that are missing in what is left of them. */
function* blankErased(text: string, words: string, left: string): Steps<string> {
  const [blank = text] = yield* blankAlike([text], [{ words, left }]);
  return blank;
}

/** The rest of a text that was deleted from `words`, of which `left` is left: blank where it is blank in any of its occurrences. */
function* blankInRest(text: string, words: string, left: string): Steps<string> {
  if (text === '') return text;
  const units = text.split('');
  let isThere = false;
  for (let at = words.indexOf(text); at >= 0; at = words.indexOf(text, at + 1)) {
    isThere = true;
    for (let place = 0; place < text.length; place += 1) {
      const unit = left[at + place];
      if (unit !== undefined && unit !== text[place]) units[place] = unit;
    }
  }
  return isThere ? units.join('') : yield* blankErased(text, words, left);
}

type Cut = Extract<Effect, { type: 'claim.split' }>['parts'][number];

/** The claim, or article, that may get another wording or version from an effect; empty: none. */
function rewordedText(effect: Effect): string {
  switch (effect.type) {
    case 'text.sealed':
      return effect.text;
    case 'claim.edited':
    case 'claim.split':
    case 'claim.joined':
    case 'suggestion.settled':
      return effect.claimId;
    default:
      return '';
  }
}

/** Fields in which participants write. */
type WrittenField = 'change' | 'excerpt' | 'note' | 'summary';
