import type { Steps } from '../../collections/steps.ts';
import type { LogEntry } from '../engine/entries.ts';
import { wordingOf } from '../polls/answer-words.ts';
import { byPeople, type LikeAnswers, likeTexts } from '../polls/like-answers.ts';
import { thresholdOf } from '../polls/polls.ts';
import { blankText } from './tombstone.ts';

/** Texts given to a poll. */
interface Given {
  /** By text, everyone who has ever given it. */
  readonly by: Map<string, Set<string>>;
  /** By person, the last text, unless it is withdrawn. */
  readonly last: Map<string, string>;
  /** The fewest people of whom texts are shown. */
  least: number;
  /** By the wording of a text, what is left of it; null: not known yet. */
  left: ReadonlyMap<string, Left> | null;
}

interface Left {
  /** Undefined: no erased person gave it. */
  readonly text: string | undefined;
  /** People whose answers are like it. */
  readonly people: number;
}

/**
 * The texts that people gave to polls, and what is left of an erased person's: a like text by another person. So results stay as they were
 * and don't say which answer was theirs. Texts that nobody else gave are empty.
 *
 * It depends on the whole log, which is read before it is rewritten.
 */
export class GivenTexts {
  readonly #polls = new Map<string, Given>();
  /** The person whose words are erased, and people erased before: what is left of their texts may be this person's. */
  readonly #gone: Set<string>;
  #seq = 0;

  /** `author`: the participant whose words are erased. */
  constructor(author: string) {
    this.#gone = new Set([author]);
  }

  /** The number of the last entry that was read. */
  get seq(): number {
    return this.#seq;
  }

  /** Reads the next entry; one that was read before is skipped. */
  read({ seq, author, effect }: LogEntry): void {
    if (seq <= this.#seq) return;
    this.#seq = seq;
    if (effect.type === 'participant.erased' && effect.words) {
      this.#gone.add(effect.participantId);
      for (const given of this.#polls.values()) given.left = null;
    }
    if (effect.type === 'poll.opened') {
      const least = effect.secret ? thresholdOf(effect) : 1;
      this.#polls.set(effect.pollId, { by: new Map(), last: new Map(), least, left: null });
      return;
    }
    const given = 'pollId' in effect ? this.#polls.get(effect.pollId) : undefined;
    if (!given) return;
    if (effect.type === 'poll.statusChanged') given.least = effect.threshold ?? given.least;
    if (effect.type !== 'poll.answered') return;
    const { choice } = effect;
    given.left = null;
    if (typeof choice !== 'string' || choice === '') {
      given.last.delete(author);
      return;
    }
    given.last.set(author, choice);
    given.by.set(choice, (given.by.get(choice) ?? new Set()).add(author));
  }

  /** An answer, or the rest of it. */
  *answer(author: string, pollId: string, text: string): Steps<string> {
    return this.#gone.has(author) ? ((yield* this.#leftOf(pollId, text))?.text ?? '') : text;
  }

  /**
   * A text that a moderator hides, or the rest of it. Texts that a poll doesn't show are blank: moderators who hid guesses would see which of
   * them the erased person gave.
   */
  *hidden(pollId: string, text: string): Steps<string> {
    const { text: left, people = 0 } = (yield* this.#leftOf(pollId, text)) ?? {};
    const least = this.#polls.get(pollId)?.least ?? 1;
    if (least > 1 && people < least) return blankText(text);
    return left === '' ? blankText(text) : (left ?? text);
  }

  *#leftOf(pollId: string, text: string): Steps<Left | undefined> {
    const given = this.#polls.get(pollId);
    if (!given) return undefined;
    given.left ??= yield* this.#leftIn(given);
    return given.left.get(wordingOf(text));
  }

  *#leftIn({ by, last }: Given): Steps<Map<string, Left>> {
    const people = new Map<string, number>();
    for (const text of by.keys()) {
      yield;
      people.set(text, 0);
    }
    for (const text of last.values()) people.set(text, (people.get(text) ?? 0) + 1);
    const left = new Map<string, Left>();
    for (const like of yield* likeTexts(people))
      for (const [wording, rest] of yield* this.#leftOfLike(like, by)) left.set(wording, rest);
    return left;
  }

  /** By wording, what is left of like answers. */
  *#leftOfLike(like: readonly LikeAnswers[], by: Given['by']): Steps<Map<string, Left>> {
    const others = new Map<string, LikeAnswers>();
    const gone = new Map<string, boolean>();
    let [first, crowd]: [LikeAnswers | null, number] = [null, 0];
    for (const answer of like) {
      yield;
      crowd += answer.people;
      const wording = wordingOf(answer.text);
      const people = [...(by.get(answer.text) ?? [])];
      const isGone = people.some((person) => this.#gone.has(person));
      gone.set(wording, isGone || gone.get(wording) === true);
      if (people.every((person) => this.#gone.has(person))) continue;
      first = firstOf(first, answer);
      others.set(wording, firstOf(others.get(wording), answer));
    }
    const left = new Map<string, Left>();
    for (const [wording, isGone] of gone) {
      yield;
      const text = isGone ? ((others.get(wording) ?? first)?.text ?? '') : undefined;
      left.set(wording, { text, people: crowd });
    }
    return left;
  }
}

function firstOf(one: LikeAnswers | null | undefined, other: LikeAnswers): LikeAnswers {
  return one && byPeople(one, other) <= 0 ? one : other;
}
