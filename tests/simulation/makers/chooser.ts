import type { OperationOf, OperationType } from '../../../domain/debate/engine/operations.ts';
import type { DebateState } from '../../../domain/debate/engine/state.ts';
import type { Claim } from '../../../domain/debate/map/claim.ts';
import type { Target } from '../../../domain/debate/map/link.ts';
import {
  revisionIn,
  type TextEdit,
  textIn,
  textNamed,
  type WrittenText,
} from '../../../domain/debate/texts/texts.ts';
import { diffText, type TextChange } from '../../../domain/ot/text-change.ts';
import type { Random } from '../random.ts';

/** For each of these types, an operation that a participant with this view might submit; null: there is nothing to do it to. */
export type MakersOf<T extends OperationType> = {
  readonly [Type in T]: (choose: Chooser, view: DebateState) => OperationOf<Type> | null;
};

/** Chooses by chance what an operation is about and says, among what is seen. */
export class Chooser {
  readonly random: Random;
  /** Only whole words are added to texts, none taken away: then every word asked for must be found at the end. */
  readonly wordsOnly: boolean;
  #made = 0;

  constructor(random: Random, wordsOnly: boolean) {
    this.random = random;
    this.wordsOnly = wordsOnly;
  }

  claim(view: DebateState, which: (claim: Claim) => boolean = () => true): Claim | null {
    // Few claims get most of the attention: that is where people get in each other's way.
    const claims = [...view.claims.values()].filter(which);
    return this.random.pick(this.random.chance(0.6) ? claims.slice(0, 3) : claims) ?? null;
  }

  /** A claim or comment. */
  contribution(view: DebateState): string | undefined {
    const ids = this.random.chance(0.7) ? view.claims.keys() : view.comments.keys();
    return this.random.pick([...ids]);
  }

  participant(view: DebateState): string | undefined {
    return this.random.pick([...view.participants.keys()]);
  }

  target(view: DebateState): Target {
    const kind = this.random.weighted({ position: 3, claim: 6, link: 2 });
    const ids = { position: view.positions, claim: view.claims, link: view.links }[kind].keys();
    return { kind, id: this.random.pick([...ids]) ?? 'nothing' };
  }

  after(view: DebateState, target: Target): { after?: string | null } {
    if (this.random.chance(0.4)) return {};
    return { after: this.random.pick([null, ...(view.childLinks.get(target.id) ?? [])]) ?? null };
  }

  relation(): 'support' | 'attack' {
    return this.random.chance(0.5) ? 'support' : 'attack';
  }

  text(): string {
    return Array.from({ length: 1 + this.random.below(4) }, () => this.#word()).join(' ');
  }

  #word(): string {
    this.#made += 1;
    // A word of one character of its own: the difference of two texts never begins within it.
    return this.wordsOnly ? String.fromCodePoint(0x4e00 + this.#made) : `w${this.#made}w`;
  }

  id(prefix: string): string {
    this.#made += 1;
    return `${prefix}-${this.#made}`;
  }

  /** An edit of this text as it is seen. */
  edit<Text extends WrittenText>(view: DebateState, text: Text): Text & Pick<TextEdit, 'base' | 'change'> {
    const name = textNamed(text);
    return { ...text, base: revisionIn(view, name), change: this.changeOf(textIn(view, name) ?? '') };
  }

  /** A change someone might make to this text. */
  changeOf(text: string): TextChange {
    if (this.wordsOnly) return this.#addedWord(text);
    const words = text.split(' ');
    const at = this.random.below(words.length + 1);
    const [from, to] = [this.random.below(text.length + 1), this.random.below(text.length + 1)];
    const typed = this.random.pick(['…', '中文', '👩‍👩‍👧', '\n', 'a']) ?? '';
    switch (this.random.weighted({ insert: 6, remove: 3, replace: 2, type: 3, nothing: 0.3 })) {
      case 'insert':
        return diffText(text, words.toSpliced(at, 0, this.#word()).join(' '));
      case 'remove':
        return diffText(text, words.toSpliced(at, 1 + this.random.below(3)).join(' '));
      case 'replace':
        return diffText(text, words.toSpliced(at, 1, this.#word()).join(' '));
      case 'type':
        return diffText(text, text.slice(0, from) + typed + text.slice(to));
      case 'nothing':
        return diffText(text, text);
    }
  }

  /** Before a word, never within one. */
  #addedWord(text: string): TextChange {
    const starts = [0, ...[...text.matchAll(/ /g)].map(({ index }) => index + 1)];
    const at = this.random.pick(starts) ?? 0;
    const keep = (length: number) => (length === 0 ? [] : [length]);
    return [...keep(at), [0, `${this.#word()} `], ...keep(text.length - at)];
  }
}
