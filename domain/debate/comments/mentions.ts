import { LIMITS } from '../engine/limits.ts';
import { type Rejection, rejection } from '../engine/rejections.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../participants/names.ts';

/**
 * Whom and what a comment names. In its text a person is `<@id>` and a claim `<#id>`: ids of this debate, so that a comment
 * follows new names and new wordings, and says nothing of either where they may not be known.
 */
const NAMED = /<([@#])([A-Za-z0-9_-]{3,40})>/g;
/** Where a person stood whom one may not know: as long as the name was, so that places in the text stay. */
const WITHHELD = /^-+$/;

/** A comment, piece by piece. A mention of whom one may not know has an empty id. */
export type CommentPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'claim'; readonly id: string };

/** A person as a comment's text names them. */
export function mentionOf(participantId: string): string {
  return `<@${participantId}>`;
}

/** A claim as a comment's text names it. */
export function referenceTo(claimId: string): string {
  return `<#${claimId}>`;
}

/** The pieces of a text, in order. */
export function piecesOf(text: string): CommentPiece[] {
  const pieces: CommentPiece[] = [];
  let from = 0;
  const keep = (to: number) => {
    if (to > from) pieces.push({ kind: 'text', text: text.slice(from, to) });
  };
  for (const { 0: named, 1: sign, 2: id = '', index } of text.matchAll(NAMED)) {
    keep(index);
    from = index + named.length;
    if (sign === '#') pieces.push({ kind: 'claim', id });
    else pieces.push({ kind: 'person', id: WITHHELD.test(id) ? '' : id });
  }
  keep(text.length);
  return pieces;
}

/** A text as it is read out: people as they are called, claims by what they say. */
export function readOut(
  text: string,
  called: { readonly person: (id: string) => string; readonly claim: (id: string) => string },
): string {
  if (!text.includes('<@') && !text.includes('<#')) return text;
  return piecesOf(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : called[piece.kind](piece.id)))
    .join('');
}

/** The participants a text names, each once. */
export function mentionsIn(text: string): string[] {
  const ids = piecesOf(text).flatMap((piece) => (piece.kind === 'person' && piece.id ? [piece.id] : []));
  return [...new Set(ids)];
}

/** Does a text name this participant? Of many texts few do: told without taking each apart. */
export function isNamedIn(text: string, participantId: string): boolean {
  return text.includes(mentionOf(participantId));
}

/** The participants a text names that it did not name before. */
export function newMentions(before: string, after: string): string[] {
  const known = new Set(mentionsIn(before));
  return mentionsIn(after).filter((id) => !known.has(id));
}

/** A text with other ids for the people it names; '' where one is not to be known. Its length stays with '' only. */
export function withMentions(text: string, renamed: (participantId: string) => string): string {
  return text.replace(NAMED, (named, sign: string, id: string) => {
    if (sign === '#' || WITHHELD.test(id)) return named;
    return mentionOf(renamed(id) || '-'.repeat(id.length));
  });
}

/** A text that names nobody any more. */
export function withoutMentions(text: string): string {
  return text.includes('<@') ? withMentions(text, () => '') : text;
}

/** Why a comment may not become this text, for whom it would name anew; or null. */
export function mentionProblem(state: DebateState, before: string, after: string): Rejection | null {
  if (newMentions(before, after).length === 0) return null;
  if (isAnonymous(state)) return rejection('mention_withheld');
  return mentionsIn(after).length > LIMITS.mentions ? rejection('too_many_mentions', LIMITS.mentions) : null;
}

/**
 * A state in which comments that name people remember nothing of how they came about: what was put into a text is not told
 * without its words. For when names are withheld.
 */
export function withoutNamingHistories(state: DebateState): DebateState {
  const histories = state.histories.map((history, name) => {
    if (!state.comments.has(name) || !JSON.stringify(history).includes('<@')) return history;
    return { revision: history.revision, changes: [], sealed: null };
  });
  return { ...state, histories };
}
