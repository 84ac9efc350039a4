import { applyChange, type TextChange, transformOverAll, wholeCharacters } from '../../ot/text-change.ts';
import { countReferences, mentionProblem } from '../comments/mentions.ts';
import { approvalProblem } from '../contributions/needs-approval.ts';
import { accept, type Decision } from '../engine/decision.ts';
import type { Effect, SealedBack } from '../engine/entries.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { RejectionCode } from '../engine/rejections.ts';
import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import { claimSideProblem } from '../participants/teams.ts';
import { changesSince, historyOf, type TextEdit, textIn, textNamed } from '../texts/texts.ts';
import { isWellFormed, lengthProblem } from '../texts/wording.ts';
import { isHiddenFrom } from '../visibility/hidden-content.ts';
import { viewerOf } from '../visibility/viewer.ts';
import { countVotes } from '../votes/vote-count.ts';

/** An edit made on an older revision is transformed over the changes since: the characters of both people stay. */
export function decideTextEdit(state: DebateState, edit: TextEdit, actor: Actor): Decision {
  const code = editProblem(state, edit, actor);
  if (code) return refuse(code);
  const name = textNamed(edit);
  const before = textIn(state, name) ?? '';
  const since = changesSince(state, name, edit.base);
  if (since === null) return refuse('base_too_old', LIMITS.rememberedChanges);
  const change = transformOverAll(
    edit.change,
    since.map(({ change: over }) => over),
  );
  const text = change && applyChange(before, change);
  if (change === null || text === null) return refuse('change_malformed');
  if (text === before) return refuse('nothing_changed');
  const { limit, empty } = boundOf(edit);
  const problem = lengthProblem(text, limit, empty);
  if (problem) return refuse(problem);
  const full =
    edit.type === 'article.edit' ? articleLimit(state, edit, text.length - before.length, actor) : null;
  if (full) return full;
  if (edit.type === 'conclusion.edit' && exceedsCitationLimit(before, text))
    return refuse('too_many', LIMITS.conclusionCitations);
  const named = edit.type === 'comment.edit' ? mentionProblem(state, before, text) : null;
  if (named) return refuse(named);
  const whole = wholeCharacters(change, before, text);
  return insertsWellFormed(whole) ? accept(effectOf(edit, whole)) : refuse('text_malformed');
}

/**
 * The refusal of so many more characters of an article, or null. The debate's limit counts the articles that the actor sees: a refusal must
 * not depend on those that others see at the reveal. Each person's own have a limit until then, so that all may exceed the debate's together.
 */
function articleLimit(
  state: DebateState,
  { sourceId }: OperationOf<'article.edit'>,
  more: number,
  actor: Actor,
): Decision | null {
  if (more <= 0) return null;
  const viewer = viewerOf(actor);
  let [seen, unrevealed] = [more, more];
  for (const { id, text } of state.articles.values()) {
    if (isHiddenFrom(state, id, viewer)) continue;
    seen += text.length;
    if (state.embargoed.has(id)) unrevealed += text.length;
  }
  if (seen > LIMITS.allArticlesCharacters) return refuse('articles_full', LIMITS.allArticlesCharacters);
  return state.embargoed.has(sourceId) && unrevealed > LIMITS.unrevealedArticlesCharacters
    ? refuse('unrevealed_articles_full', LIMITS.unrevealedArticlesCharacters)
    : null;
}

/** True if a section of the conclusion would cite more claims than it may; one that does so already may lose some. */
function exceedsCitationLimit(before: string, text: string): boolean {
  const count = countReferences(text);
  return count > LIMITS.conclusionCitations && count > countReferences(before);
}

/** True if what a change inserts is well-formed. The change keeps characters whole, so the text stays well-formed too. */
function insertsWellFormed(change: TextChange): boolean {
  return change.every((part) => typeof part === 'number' || isWellFormed(part.slice(1).join('\n')));
}

/** Sealing makes a version of a wording; it ends the change history of any text. */
export function decideSeal(state: DebateState, { text }: OperationOf<'text.seal'>, actor: Actor): Decision {
  if (!may(state, actor, 'text.seal')) return refuse('not_allowed');
  if (textIn(state, text) === null) return refuse('unknown_target');
  if (historyOf(state, text).sealed === null) return refuse('nothing_changed');
  const claim = state.claims.get(text);
  // Typing that was undone makes no new wording. The entry says it, as later states no longer show it.
  if (claim && claim.text === historyOf(state, text).sealed)
    return accept({ type: 'text.sealed', text, reworded: false });
  const back = claim && restoredWording(state, claim);
  return accept(back ? { type: 'text.sealed', text, back } : { type: 'text.sealed', text });
}

/** The wording a claim had before its last one, if its words are the same again; with the number of votes that answer others. */
export function restoredWording(
  state: DebateState,
  { id, before, text }: Pick<Claim, 'id' | 'before' | 'text'>,
): SealedBack | null {
  if (before?.text !== text) return null;
  const { wording } = before;
  return { wording, earlier: countVotes(state, { id, wording }).earlier };
}

/** The reason why this person may not change this text now, or null. */
function editProblem(state: DebateState, edit: TextEdit, actor: Actor): RejectionCode | null {
  switch (edit.type) {
    case 'claim.edit': {
      const claim = state.claims.get(edit.claimId);
      if (!claim) return 'unknown_claim';
      if (!may(state, actor, edit.type, claim.author)) return 'not_allowed';
      if (claim.retracted) return 'claim_retracted';
      if (state.merges.has(claim.id)) return 'claim_merged';
      return claimSideProblem(state, actor, claim) ?? approvalProblem(state, actor, claim.id);
    }
    case 'comment.edit': {
      const comment = state.comments.get(edit.commentId);
      if (!comment) return 'unknown_comment';
      if (!may(state, actor, edit.type, comment.author)) return 'not_allowed';
      return comment.withdrawn ? 'comment_withdrawn' : approvalProblem(state, actor, comment.id);
    }
    case 'summary.edit':
      if (!may(state, actor, edit.type)) return 'not_allowed';
      return state.positions.has(edit.positionId) ? null : 'unknown_position';
    case 'article.edit':
      if (!may(state, actor, edit.type)) return 'not_allowed';
      return state.sources.has(edit.sourceId) ? null : 'unknown_source';
    case 'conclusion.edit':
      if (!may(state, actor, edit.type)) return 'not_allowed';
      return state.conclusion?.open ? null : 'conclusion_closed';
    case 'source.edit': {
      const source = state.sources.get(edit.sourceId);
      if (!source) return 'unknown_source';
      if (!may(state, actor, edit.type, source.author)) return 'not_allowed';
      return approvalProblem(state, actor, source.id);
    }
  }
}

/** The limit of a text in characters, and whether it may be empty. */
export function boundOf(edit: Pick<TextEdit, 'type'>): { limit: number; empty: 'refused' | 'allowed' } {
  switch (edit.type) {
    case 'claim.edit':
      return { limit: LIMITS.wordingCharacters, empty: 'refused' };
    case 'comment.edit':
      return { limit: LIMITS.commentCharacters, empty: 'refused' };
    case 'summary.edit':
      return { limit: LIMITS.positionSummaryCharacters, empty: 'allowed' };
    case 'source.edit':
      return { limit: LIMITS.sourceTextCharacters, empty: 'allowed' };
    case 'article.edit':
      return { limit: LIMITS.articleCharacters, empty: 'allowed' };
    case 'conclusion.edit':
      return { limit: LIMITS.conclusionCharacters, empty: 'allowed' };
  }
}

function effectOf(edit: TextEdit, change: TextChange): Effect {
  switch (edit.type) {
    case 'claim.edit':
      return { type: 'claim.edited', claimId: edit.claimId, change };
    case 'comment.edit':
      return { type: 'comment.edited', commentId: edit.commentId, change };
    case 'summary.edit':
      return { type: 'summary.edited', positionId: edit.positionId, change };
    case 'article.edit':
      return { type: 'article.edited', sourceId: edit.sourceId, change };
    case 'conclusion.edit':
      return { type: 'conclusion.edited', section: edit.section, change };
    case 'source.edit':
      return { type: 'source.edited', sourceId: edit.sourceId, field: edit.field, change };
  }
}
