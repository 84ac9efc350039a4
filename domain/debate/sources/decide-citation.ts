import { accept, type Decision } from '../engine/decision.ts';
import type { PassageIn } from '../engine/entries.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import { claimSideProblem } from '../participants/teams.ts';
import { findPassage, selectorsOf } from './passage-place.ts';
import { SearchedText, type TextRange } from './searched-text.ts';
import type { Passage } from './source.ts';

/** Cites evidence for a claim, to the passage, and removes the citation. */
export function decideCitation(
  state: DebateState,
  operation: OperationOf<'claim.cite' | 'claim.uncite'>,
  actor: Actor,
): Decision {
  const { claimId, sourceId } = operation;
  const claim = state.claims.get(claimId);
  if (!claim) return refuse('unknown_claim');
  if (!state.sources.has(sourceId)) return refuse('unknown_source');
  if (!may(state, actor, operation.type, claim.author)) return refuse('not_allowed');
  if (claim.retracted) return refuse('claim_retracted');
  if (state.merges.has(claim.id)) return refuse('claim_merged');
  const side = claimSideProblem(state, actor, claim);
  if (side) return refuse(side);
  return operation.type === 'claim.uncite'
    ? decideUncite(state, claim, operation)
    : decideCite(state, claim, operation);
}

function decideCite(
  state: DebateState,
  claim: Claim,
  { claimId, sourceId, passages = [] }: OperationOf<'claim.cite'>,
): Decision {
  const isCited = claim.sources.includes(sourceId);
  if (!isCited && claim.sources.length >= LIMITS.sourcesPerClaim)
    return refuse('too_many', LIMITS.sourcesPerClaim);
  const article = new SearchedText(state.articles.get(sourceId)?.text ?? '');
  const found: PassageIn[] = [];
  for (const { id, ...selectors } of passages) {
    const { exact, prefix, suffix } = selectors;
    if (exact.length > LIMITS.passageUnits) return refuse('text_too_long', LIMITS.passageUnits);
    if (prefix.length + suffix.length > 2 * LIMITS.contextUnits)
      return refuse('text_too_long', 2 * LIMITS.contextUnits);
    const place = findPassage(article, selectors);
    // Stores what the article says there now, not what the client says about it.
    const there = place && selectorsOf(article.text, place.start, place.end);
    if (!there) return refuse('passage_gone');
    found.push({ id, ...there });
  }
  const known = passagesOf(state, claimId);
  const ofSource = known.filter((passage) => passage.sourceId === sourceId);
  const cited = rangesOf(ofSource, found, article);
  const more: PassageIn[] = [];
  for (const passage of found) {
    if (cited.has(rangeKey(passage))) continue;
    if ([...known, ...more].some(({ id }) => id === passage.id)) return refuse('id_taken');
    cited.add(rangeKey(passage));
    more.push(passage);
  }
  if (known.length + more.length > LIMITS.passagesPerClaim)
    return refuse('too_many', LIMITS.passagesPerClaim);
  if (isCited && more.length === 0) return refuse('already_cited');
  const effect = { type: 'claim.cited', claimId, sourceId } as const;
  return accept(more.length === 0 ? effect : { ...effect, passages: more });
}

/** The ranges of passages that have the words of one of these. Each passage is searched for once: the sender pays for few searches. */
function rangesOf(
  passages: readonly Passage[],
  withWords: readonly PassageIn[],
  article: SearchedText,
): Set<string> {
  const words = new Set(withWords.map(({ exact }) => exact));
  const places = passages
    .filter(({ exact }) => words.has(exact))
    .flatMap((passage) => findPassage(article, passage) ?? []);
  return new Set(places.map(rangeKey));
}

function rangeKey({ start, end }: TextRange): string {
  return `${start}-${end}`;
}

function decideUncite(
  state: DebateState,
  claim: Claim,
  { claimId, sourceId, passages, keeps }: OperationOf<'claim.uncite'>,
): Decision {
  if (!claim.sources.includes(sourceId)) return refuse('not_cited');
  if (passages === undefined) return accept({ type: 'claim.uncited', claimId, sourceId });
  const cited = passagesOf(state, claimId).filter((passage) => passage.sourceId === sourceId);
  const gone = cited.filter(({ id }) => passages.includes(id)).map(({ id }) => id);
  if (gone.length === 0) return refuse('not_cited');
  const uncited = { type: 'claim.uncited', claimId, sourceId, passages: gone } as const;
  return accept(keeps || gone.length < cited.length ? { ...uncited, kept: true } : uncited);
}

function passagesOf({ citations }: DebateState, claimId: string) {
  return citations.get(claimId)?.passages ?? [];
}
