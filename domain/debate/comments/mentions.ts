import { LIMITS } from '../engine/limits.ts';
import { type Rejection, toRejection } from '../engine/rejections.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';

/**
 * Mentions in a comment. In its text a person is `<@id>` and a claim `<#id>`: ids of this debate, so that a comment follows new names and
 * new wordings, and discloses neither if the viewer may not know them.
 */
const NAMED = /<([@#])([A-Za-z0-9_-]{3,40})>/g;
/** The placeholder for a person whom the viewer may not know: as long as the mention was, so that positions in the text stay. */
const ANONYMIZED = /^-+$/;

/** A comment, piece by piece. A mention of someone whom the viewer may not know has an empty id. */
export type CommentPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'claim'; readonly id: string };

/** A mention of a person in a comment's text. */
export function mentionOf(participantId: string): string {
  return `<@${participantId}>`;
}

/** A reference to a claim in a comment's text. */
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
    else pieces.push({ kind: 'person', id: ANONYMIZED.test(id) ? '' : id });
  }
  keep(text.length);
  return pieces;
}

/** A text as it is read out: people by their names, claims by their wordings. */
export function readOut(
  text: string,
  called: { readonly person: (id: string) => string; readonly claim: (id: string) => string },
): string {
  if (!text.includes('<@') && !text.includes('<#')) return text;
  return piecesOf(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : called[piece.kind](piece.id)))
    .join('');
}

/** The participants mentioned in a text, each once. */
export function mentionsIn(text: string): string[] {
  const ids = piecesOf(text).flatMap((piece) => (piece.kind === 'person' && piece.id ? [piece.id] : []));
  return [...new Set(ids)];
}

/** The number of references to claims in a text. */
export function countReferences(text: string): number {
  return text.includes('<#') ? piecesOf(text).filter(({ kind }) => kind === 'claim').length : 0;
}

/** True if a text mentions this participant. Among many texts few do: checked without parsing each. */
export function isNamedIn(text: string, participantId: string): boolean {
  return text.includes(mentionOf(participantId));
}

/** The participants that a text mentions and the earlier text did not. */
export function newMentions(before: string, after: string): string[] {
  const known = new Set(mentionsIn(before));
  return mentionsIn(after).filter((id) => !known.has(id));
}

/** A text with other ids for the people it mentions; '' for one whom the viewer may not know. Its length stays the same only with ''. */
export function withMentions(text: string, renamed: (participantId: string) => string): string {
  return text.replace(NAMED, (named, sign: string, id: string) => {
    if (sign === '#' || ANONYMIZED.test(id)) return named;
    return mentionOf(renamed(id) || '-'.repeat(id.length));
  });
}

/** A text without mentions of people. */
export function withoutMentions(text: string): string {
  return text.includes('<@') ? withMentions(text, () => '') : text;
}

/** The reason why a comment may not become this text, because of the people it newly mentions; or null. */
export function mentionProblem(state: DebateState, before: string, after: string): Rejection | null {
  if (newMentions(before, after).length === 0) return null;
  if (isAnonymous(state)) return toRejection('mention_anonymous');
  return mentionsIn(after).length > LIMITS.mentions
    ? toRejection('too_many_mentions', LIMITS.mentions)
    : null;
}

/**
 * A state without the change histories of comments that mention people: an inserted text cannot be sent without its words. For when names
 * are hidden.
 */
export function withoutNamingHistories(state: DebateState): DebateState {
  const histories = state.histories.map((history, name) => {
    if (!state.comments.has(name) || !JSON.stringify(history).includes('<@')) return history;
    return { revision: history.revision, changes: [], sealed: null };
  });
  return { ...state, histories };
}
