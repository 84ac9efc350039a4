import { claimNow } from '../debate/merged.ts';
import type { Claim, Comment, DebateState, Target } from '../debate/state.ts';
import { isBlanked } from '../debate/tombstone.ts';
import { NOBODY } from '../debate/without-names.ts';
import { NOTE_LIMITS, type Note, type NoteKind } from './note.ts';

/** A note as its person may know it now, with words. */
export interface ToldNote {
  readonly kind: NoteKind;
  readonly seq: number;
  readonly at: number;
  /** Whose writing it is: a participant; empty where it is nobody's, or one is not told. */
  readonly by: string;
  /** What was written, or the question. */
  readonly words: string;
  /** What it is about: the reader's own claim or comment, or what their vote is asked on; empty for nothing. */
  readonly subject: string;
  /** What the reader goes to on the board; null: the board. */
  readonly on: string | null;
  /** One of the debate's reasons, marks, outcomes or roles; empty for none. */
  readonly reason: string;
  /** What those who run the debate wrote beside it. */
  readonly note: string;
}

type Words = Partial<Omit<ToldNote, 'kind' | 'seq' | 'at'>>;

/**
 * A note in the words of what its person sees now: `view` is their own projection. Null where there is nothing to tell any more:
 * it was hidden, withdrawn or erased since, or is over.
 */
export function toldNote(note: Note, view: DebateState): ToldNote | null {
  const { kind, seq, at } = note;
  const words = wordsOf(note, view);
  if (words === null) return null;
  return { kind, seq, at, by: NOBODY, words: '', subject: '', on: null, reason: '', note: '', ...words };
}

function wordsOf({ kind, about, to }: Note, view: DebateState): Words | null {
  switch (kind) {
    case 'supported':
    case 'attacked':
    case 'claimed':
      return argument(view, about);
    case 'replied':
    case 'commented':
    case 'said':
      return remark(view, about);
    case 'hidden':
    case 'held':
    case 'returned': {
      const withheld = view.withheld.get(about);
      if (withheld?.how !== kind) return null;
      return own(view, about, { reason: withheld.reason, note: withheld.note });
    }
    case 'marked': {
      const marks = view.reviews.get(about)?.marks.filter(({ revised }) => !revised) ?? [];
      const last = marks.reduce<(typeof marks)[number] | null>(
        (newest, mark) => (newest === null || mark.at >= newest.at ? mark : newest),
        null,
      );
      return last && own(view, about, { reason: last.what, note: last.note });
    }
    case 'merged': {
      const into = view.claims.get(view.merges.get(about)?.into ?? '');
      return into ? own(view, about, { words: excerpt(into.text), on: into.id }) : null;
    }
    case 'retracted':
      return view.claims.get(about)?.retracted ? own(view, about, {}) : null;
    case 'split':
      return own(view, about, {});
    case 'accepted':
    case 'restored':
      return view.withheld.has(about) ? null : own(view, about, {});
    case 'settled': {
      const report = view.reports.get(about);
      if (!report?.outcome) return null;
      return {
        subject: textOf(view, report.on) ?? '',
        on: goTo(view, report.on),
        reason: report.outcome,
      };
    }
    case 'appointed': {
      const role = view.participants.get(to)?.role;
      return role ? { reason: role } : null;
    }
    case 'reworded': {
      const claim = standing(view.claims.get(about));
      const vote = view.votes.get(about)?.get(to);
      if (!claim || !vote || vote.wording >= claim.wording || isBlanked(claim.text)) return null;
      return { words: excerpt(claim.text), on: claimNow(view, about) };
    }
    case 'polled': {
      const poll = view.polls.get(about);
      if (!poll?.open || view.answers.get(about)?.has(to)) return null;
      return { words: poll.question || (view.head?.motion ?? '') };
    }
    case 'voting':
      return view.agenda?.at === about ? {} : null;
  }
}

/** A claim and what it supports or attacks, by its link. */
function argument(view: DebateState, linkId: string): Words | null {
  const link = view.links.get(linkId);
  const claim = standing(view.claims.get(link?.from ?? ''));
  if (!link || link.retracted || !claim || isBlanked(claim.text)) return null;
  const subject = textAt(view, link.target);
  return { by: link.author, words: excerpt(claim.text), subject, on: claimNow(view, claim.id) };
}

function remark(view: DebateState, commentId: string): Words | null {
  const comment = view.comments.get(commentId);
  if (!comment || comment.withdrawn || isBlanked(comment.text)) return null;
  const { author: by, on, text } = comment;
  return { by, words: excerpt(text), subject: textAt(view, on), on: goTo(view, on.id) };
}

/** What was decided about the reader's own. */
function own(view: DebateState, id: string, more: Words): Words | null {
  const subject = textOf(view, id);
  return subject === null ? null : { subject, on: goTo(view, id), ...more };
}

/** What one is shown of something: a comment is beside what it is on. */
function goTo(view: DebateState, id: string): string {
  const on = view.comments.get(id)?.on.id ?? id;
  return view.claims.has(on) ? claimNow(view, on) : on;
}

function textAt(view: DebateState, { kind, id }: Target): string {
  const claimId = kind === 'link' ? (view.links.get(id)?.from ?? '') : id;
  return textOf(view, claimId) ?? view.positions.get(id)?.name ?? '';
}

function textOf(view: DebateState, id: string): string | null {
  const record: Claim | Comment | undefined = view.claims.get(id) ?? view.comments.get(id);
  return record && !isBlanked(record.text) ? excerpt(record.text) : null;
}

function standing(claim: Claim | undefined): Claim | undefined {
  return claim?.retracted ? undefined : claim;
}

/** The beginning of a text, on one line. */
function excerpt(text: string): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  const { excerptCharacters } = NOTE_LIMITS;
  return signs.length <= excerptCharacters
    ? signs.join('')
    : `${signs.slice(0, excerptCharacters - 1).join('')}…`;
}
