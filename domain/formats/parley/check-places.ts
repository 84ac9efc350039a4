import { LIMITS } from '../../debate/engine/limits.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import { FormatError } from '../format-error.ts';

/**
 * Refuses a state that no log could have led to: a claim without a place, a link from or to nothing, claims below themselves or deeper than
 * allowed. A projection may lack hidden content, but never the place of visible content, except of a merged claim.
 */
export function checkPlaces(state: DebateState): void {
  checkLinks(state);
  checkReferences(state);
  checkDepths(state);
}

function checkLinks({ claims, links, positions, merges }: DebateState): void {
  for (const { id, from, target, parent } of links.values()) {
    const isThere =
      target.kind === 'position'
        ? positions.has(target.id)
        : (target.kind === 'claim' ? claims : links).has(target.id);
    if (!isThere) throw broken(`link ${id} has no target`);
    const claim = claims.get(from);
    if (!claim) throw broken(`link ${id} has no source claim`);
    if (parent !== (claim.parentLink === id)) throw broken(`link ${id} is not the place of ${from}`);
  }
  for (const { id, parentLink } of claims.values())
    if (!links.has(parentLink) && !merges.has(id)) throw broken(`claim ${id} has no place`);
}

function checkReferences({
  claims,
  sources,
  articles,
  citations,
  suggestions,
  comments,
  merges,
  splits,
  origins,
  positions,
  links,
  questions,
  signatures,
  votes,
}: DebateState): void {
  for (const { id, sources: cited, positionId, steelman } of claims.values()) {
    if (cited.some((source) => !sources.has(source))) throw broken(`claim ${id} cites a missing source`);
    if (positionId !== null && !positions.has(positionId)) throw broken(`claim ${id} has a missing position`);
    if (steelman && !positions.has(steelman.by))
      throw broken(`claim ${id} is by the team of a missing position`);
  }
  for (const { id } of articles.values()) if (!sources.has(id)) throw broken(`article ${id} has no source`);
  for (const { id, passages } of citations.values()) {
    const cited = claims.get(id)?.sources;
    if (passages.some(({ sourceId }) => !cited?.includes(sourceId)))
      throw broken(`${id} cites a passage of a missing source`);
  }
  for (const { id, claimId } of suggestions.values())
    if (!claims.has(claimId)) throw broken(`suggestion ${id} has no claim`);
  for (const { id, on, replyTo } of comments.values()) {
    const isOn = { position: positions, claim: claims, link: links }[on.kind].has(on.id);
    if (!isOn) throw broken(`comment ${id} has no target`);
    if (replyTo !== null && comments.get(replyTo)?.on.id !== on.id)
      throw broken(`comment ${id} replies to none in the same place`);
  }
  for (const { id, into } of merges.values())
    if (!claims.has(id) || !claims.has(into)) throw broken(`${id} is merged into a missing claim`);
  for (const { id, from } of splits.values())
    if (!claims.has(id) || !claims.has(from)) throw broken(`${id} is part of a missing claim`);
  for (const { id, comment } of origins.values())
    if (!claims.has(id) || !comments.has(comment)) throw broken(`${id} was made from a missing comment`);
  for (const { id, into } of questions.values())
    if (into !== null && (into === id || !questions.has(into)))
      throw broken(`question ${id} is merged into a missing question`);
  for (const { id, positionId } of signatures.values())
    if (!positions.has(positionId)) throw broken(`signature ${id} is for a missing position`);
  for (const claimId of votes.keys())
    if (!claims.has(claimId)) throw broken(`a vote is on a missing claim: ${claimId}`);
}

/** Each claim's depth is computed once, up from it to the next known one. */
function checkDepths({ claims, links, merges }: DebateState): void {
  const depths = new Map<string, number>();
  const above = (id: string): string | undefined => {
    const into = merges.get(id)?.into;
    if (into !== undefined) return into;
    const target = links.get(claims.get(id)?.parentLink ?? '')?.target;
    return target?.kind === 'link'
      ? links.get(target.id)?.from
      : target?.kind === 'claim'
        ? target.id
        : undefined;
  };
  for (const id of claims.keys()) {
    const way = new Set<string>();
    let next: string | undefined = id;
    for (; next !== undefined && !depths.has(next); next = above(next)) {
      if (way.has(next)) throw broken(`claim ${next} is under itself`);
      way.add(next);
    }
    let depth = next === undefined ? 0 : (depths.get(next) ?? 0);
    for (const step of [...way].reverse()) {
      depth += 1;
      // Merged claims may be somewhat deeper than people may place them.
      if (depth > LIMITS.depth * 2) throw new FormatError('too_deep', null, `${LIMITS.depth}`);
      depths.set(step, depth);
    }
  }
}

function broken(what: string): FormatError {
  return new FormatError('malformed', null, what);
}
