import { LIMITS } from '../../../domain/debate/engine/limits.ts';
import type { OwnStanding } from '../../../domain/debate/engine/project.ts';
import type { Rejection, RejectionCode } from '../../../domain/debate/engine/rejections.ts';
import { editOn, type TextEdit, textNamed, type WrittenText } from '../../../domain/debate/texts/texts.ts';
import { composeChanges, splitChange, type TextChange } from '../../../domain/ot/text-change.ts';
import {
  carryDraft,
  type Draft,
  draftText,
  restoreDraft,
  serializeDraft,
  writeInto,
} from '../../../domain/sync/draft.ts';
import { liveText } from '../../../domain/sync/live-text.ts';
import { predict, type Replica } from '../../../domain/sync/replica.ts';
import { RULES } from '../../../domain/sync/rules.ts';
import type { BoardStore } from './board-store.ts';

/** Why an edit has to wait, and nobody need know: it changes nothing, or an own one before it is not shown. */
const PASSING: readonly RejectionCode[] = ['nothing_changed', 'base_too_old', 'change_malformed'];

/** What a session tells its editor. */
export interface SessionListener {
  /** Others wrote: the text shown changes so. */
  incoming(changes: readonly TextChange[]): void;
  /** Why what is written is not on its way; null: all of it is. */
  problem(problem: Rejection | null): void;
}

/**
 * One person's writing on a text that others may write on too, from opening its editor until it is closed: what is typed goes
 * out as it is typed, what others type comes in. What does not fit stays in the editor until it does, also over a reload.
 */
export class TextBinding {
  readonly #store: BoardStore;
  readonly #written: WrittenText;
  readonly #listener: SessionListener;
  readonly #unsubscribe: () => void;
  #replica: Replica;
  #standing: OwnStanding | null;
  #draft: Draft;
  #problem: Rejection | null = null;
  #typed = false;
  #submitting = false;

  constructor(store: BoardStore, written: WrittenText, listener: SessionListener) {
    this.#store = store;
    this.#written = written;
    this.#listener = listener;
    // What is typed builds on what was typed before: that is shown only by one who knows the rules.
    store.learn(RULES);
    const name = textNamed(written);
    const { replica, standing, drafts } = store.state();
    this.#replica = replica;
    this.#standing = standing;
    this.#draft = restoreDraft(replica, name, drafts.get(name));
    this.#unsubscribe = store.subscribe(() => this.#follow());
    // What an earlier page has left may fit by now; else its writer is told why not, once the editor is there.
    if (this.#draft.unsent !== null) queueMicrotask(() => this.#send());
  }

  /** What the editor shows. */
  get text(): string {
    return draftText(this.#replica, this.#draft);
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** Why what is written is not on its way. */
  get problem(): Rejection | null {
    return this.#problem;
  }

  /** Takes what has just been typed, a change of what the editor shows. */
  type(change: TextChange): void {
    this.#draft = writeInto(this.#draft, change);
    this.#send();
  }

  /** Ends the writing here; it goes on in another editor, with what did not fit. */
  leave(): void {
    this.#unsubscribe();
    this.#send();
  }

  /** Ends the writing. What did not fit is kept with what was refused. */
  end(): void {
    this.leave();
    const edit = this.#edit();
    if (edit && this.#problem) this.#store.keepRefused(edit, this.#problem);
    this.#draft = { ...this.#draft, unsent: null };
    this.#keep();
  }

  #follow(): void {
    const before = this.#replica;
    const { replica: after, standing, refused } = this.#store.state();
    if (this.#submitting) return;
    // Write permission can change without a new replica.
    const isJudgedAnew = standing !== this.#standing;
    this.#standing = standing;
    if (before === after) {
      if (isJudgedAnew && this.#draft.unsent !== null) queueMicrotask(() => this.#send());
      return;
    }
    this.#replica = after;
    const { draft, incoming, kept } = carryDraft(
      this.#draft,
      before,
      after,
      refused.map(({ clientSeq }) => clientSeq),
    );
    this.#draft = draft;
    this.#keep(kept);
    if (incoming.length > 0) this.#listener.incoming(incoming);
    // The characters of a refused edit are in the editor again: there it is said why.
    for (const { clientSeq, rejection } of refused) if (kept.includes(clientSeq)) this.#say(rejection);
    // What was just refused is asked for again when more is known: by what comes, or what is typed.
    // Not before everybody who listens has heard of this: another editor may be in the middle of asking.
    if (draft.unsent !== null && kept.length === 0) queueMicrotask(() => this.#send());
  }

  #send(): void {
    const edit = this.#edit();
    if (edit === null) return;
    const foretold = predict(this.#replica, edit);
    const refusal = foretold.ok ? this.#ask(edit) : foretold.rejection;
    if (refusal?.code === 'nothing_changed') this.#draft = { ...this.#draft, unsent: null };
    this.#keep();
    this.#say(refusal && PASSING.includes(refusal.code) ? null : refusal);
  }

  /** What is in the editor alone is not to go with the page; refused edits that are in it now are in the tray no longer. */
  #keep(takenBack: readonly number[] = []): void {
    const kept = serializeDraft(this.#replica, this.#written, this.#draft);
    this.#store.keepDraft(this.#draft.name, kept, takenBack);
  }

  /** Asks for an edit that fits, in pieces where it is long. What there is no room for to wait stays in the draft. */
  #ask(edit: TextEdit): Rejection | null {
    let [next, ...left] = splitChange(edit.change, LIMITS.editCharacters, LIMITS.editParts);
    let refusal: Rejection | null = null;
    // The store tells of the replica with an edit in it before the draft is without it.
    this.#submitting = true;
    while (next && refusal === null) {
      // A piece that is joined to what waits makes no revision of its own.
      const base = liveText(this.#replica, this.#draft.name)?.base ?? 0;
      refusal = this.#store.type(editOn(this.#written, base, next), this.#typed);
      this.#replica = this.#store.state().replica;
      if (refusal === null) [next, ...left] = left;
      this.#typed ||= refusal === null;
    }
    this.#submitting = false;
    const unsent = next ? left.reduce((all, more) => composeChanges(all, more) ?? all, next) : null;
    this.#draft = { ...this.#draft, unsent };
    return refusal;
  }

  #edit(): TextEdit | null {
    const { name, unsent } = this.#draft;
    const live = liveText(this.#replica, name);
    return unsent && live ? editOn(this.#written, live.base, unsent) : null;
  }

  #say(problem: Rejection | null): void {
    if (problem?.code === this.#problem?.code) return;
    this.#problem = problem;
    this.#listener.problem(problem);
  }
}
