import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { OwnStanding } from '#domain/debate/engine/project.ts';
import type { Rejection, RejectionCode } from '#domain/debate/engine/rejections.ts';
import { editOn, type TextEdit, textNamed, type WrittenText } from '#domain/debate/texts/texts.ts';
import { composeChanges, splitChange, type TextChange } from '#domain/ot/text-change.ts';
import {
  type Draft,
  draftText,
  rebaseDraft,
  restoreDraft,
  type StoredDraft,
  serializeDraft,
  writeInto,
} from '#domain/sync/draft.ts';
import { liveText } from '#domain/sync/live-text.ts';
import { predict, type Replica } from '#domain/sync/replica.ts';
import { RULES } from '#domain/sync/rules.ts';
import type { BoardStore } from './board-store.ts';

/** Reasons why an edit has to wait that nobody needs to know: it changes nothing, or an own edit before it is not shown. */
const PASSING: readonly RejectionCode[] = ['nothing_changed', 'base_too_old', 'change_malformed'];

/** Events that a session sends to its editor. */
export interface SessionListener {
  /** Others wrote: the shown text changes like this. */
  incoming(changes: readonly TextChange[]): void;
  /** Why the text is not on its way; `null`: all of it is. */
  problem(problem: Rejection | null): void;
}

/**
 * One participant's writing on a text that others may edit too, from opening its editor until it is closed: typed changes go out as they
 * are typed, others' changes come in. What does not fit stays in the editor until it does, also over a reload.
 */
export class TextBinding {
  readonly #store: BoardStore;
  readonly #written: WrittenText;
  readonly #listener: SessionListener;
  readonly #unsubscribe: () => void;
  #replica: Replica;
  #standing: OwnStanding | null;
  #writer: string | null;
  #draft: Draft;
  /** The stored draft that is in this editor; `null`: none is. */
  #kept: StoredDraft | null = null;
  /** Revision that the draft was made on when the text was last in sight. */
  #base: number;
  #problem: Rejection | null = null;
  /** Why the draft is not on its way: also if nobody needs to know. */
  #refusal: Rejection | null = null;
  #typed = false;
  #submitting = false;

  constructor(store: BoardStore, written: WrittenText, listener: SessionListener) {
    this.#store = store;
    this.#written = written;
    this.#listener = listener;
    // Typing builds on what was typed before, and only a page with the rules can show that.
    store.enableRules(RULES);
    const name = textNamed(written);
    const { replica, standing, drafts } = store.state();
    this.#replica = replica;
    this.#standing = standing;
    this.#writer = store.writer;
    this.#draft = restoreDraft(replica, name, drafts.get(name));
    if (this.#draft.unsent !== null) this.#kept = drafts.get(name) ?? null;
    this.#base = liveText(replica, name)?.base ?? 0;
    this.#unsubscribe = store.subscribe(() => this.#follow());
    // The draft left by an earlier page may fit by now; if not, the reason is shown once the editor is there.
    if (this.#draft.unsent !== null) queueMicrotask(() => this.#send());
  }

  /** Text that the editor shows. */
  get text(): string {
    return draftText(this.#replica, this.#draft);
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** Why the text is not on its way. */
  get problem(): Rejection | null {
    return this.#problem;
  }

  /** Takes a change just typed in the text that the editor shows. */
  type(change: TextChange): void {
    this.#draft = writeInto(this.#draft, change);
    this.#send();
  }

  /** Ends the writing here; it continues in another editor, with what did not fit. */
  leave(): void {
    this.#unsubscribe();
    this.#send();
  }

  /** Ends the writing. What did not fit is kept with the rejected operations. */
  end(): void {
    this.leave();
    const edit = this.#edit();
    if (edit && this.#refusal) this.#store.keepRefused(edit, this.#refusal);
    this.#draft = { ...this.#draft, unsent: null };
    this.#keep();
  }

  #follow(): void {
    this.#forgetAnothers();
    const before = this.#replica;
    const { replica: after, standing, refused } = this.#store.state();
    if (this.#submitting) return;
    // Write permission can change without a new replica.
    const isJudgedAgain = standing !== this.#standing;
    this.#standing = standing;
    if (before === after) {
      if (isJudgedAgain && this.#draft.unsent !== null) queueMicrotask(() => this.#send());
      return;
    }
    this.#replica = after;
    this.#base = liveText(before, this.#draft.name)?.base ?? this.#base;
    const { draft, incoming, kept } = rebaseDraft(
      this.#draft,
      before,
      after,
      refused.map(({ clientSeq }) => clientSeq),
    );
    this.#draft = draft;
    this.#keep(kept);
    if (incoming.length > 0) this.#listener.incoming(incoming);
    // The characters of a rejected edit are in the editor again: the editor shows the reason.
    for (const { clientSeq, rejection } of refused) if (kept.includes(clientSeq)) this.#say(rejection);
    // A rejected edit is submitted again when more is known: after an incoming or typed change. First all listeners have to learn of
    // this: another editor may be in the middle of submitting.
    if (draft.unsent !== null && kept.length === 0) queueMicrotask(() => this.#send());
  }

  /** Another person has signed in here: the words that are not sent are not theirs. */
  #forgetAnothers(): void {
    const { writer } = this.#store;
    if (this.#writer !== null && writer !== this.#writer) this.#draft = { ...this.#draft, unsent: null };
    this.#writer = writer;
  }

  #send(): void {
    const edit = this.#edit();
    if (edit === null) return;
    const prediction = predict(this.#replica, edit);
    const refusal = prediction.ok ? this.#ask(edit) : prediction.rejection;
    this.#refusal = refusal;
    if (refusal?.code === 'nothing_changed') this.#draft = { ...this.#draft, unsent: null };
    this.#keep();
    this.#say(refusal && PASSING.includes(refusal.code) ? null : refusal);
  }

  /** Keeps what only the editor has from being lost with the page. Rejected edits that are in the editor now leave the tray. */
  #keep(takenBack: readonly number[] = []): void {
    const { name, unsent } = this.#draft;
    // Hidden, or cleared from the board: what was kept of it before is all there is.
    if (unsent !== null && liveText(this.#replica, name) === null) return;
    const kept = serializeDraft(this.#replica, this.#written, this.#draft);
    const isAnothers = this.#store.state().drafts.get(name) !== (this.#kept ?? undefined);
    // A draft of an earlier page, found while this editor is open, is for the next one.
    if (kept === null && isAnothers && takenBack.length === 0) return;
    this.#kept = kept;
    this.#store.keepDraft(name, kept, takenBack);
  }

  /** Submits an edit that fits, in pieces if it is long. What the outbox has no room for stays in the draft. */
  #ask(edit: TextEdit): Rejection | null {
    let [next, ...left] = splitChange(edit.change, LIMITS.editCharacters, LIMITS.editParts);
    let refusal: Rejection | null = null;
    // The store announces the replica with an edit in it before the draft is without it.
    this.#submitting = true;
    while (next && refusal === null) {
      // A piece merged with a waiting edit makes no separate revision.
      const base = liveText(this.#replica, this.#draft.name)?.base ?? 0;
      refusal = this.#store.submitTyping(editOn(this.#written, base, next), this.#typed);
      this.#replica = this.#store.state().replica;
      if (refusal === null) [next, ...left] = left;
      this.#typed ||= refusal === null;
    }
    this.#submitting = false;
    const unsent = next ? left.reduce((all, more) => composeChanges(all, more) ?? all, next) : null;
    this.#draft = { ...this.#draft, unsent };
    return refusal;
  }

  /** The draft as an edit; `null`: there is none. One of a text that is out of sight is refused. */
  #edit(): TextEdit | null {
    const { name, unsent } = this.#draft;
    const base = liveText(this.#replica, name)?.base ?? this.#base;
    return unsent && editOn(this.#written, base, unsent);
  }

  #say(problem: Rejection | null): void {
    if (problem?.code === this.#problem?.code) return;
    this.#problem = problem;
    this.#listener.problem(problem);
  }
}
