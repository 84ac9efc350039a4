import { groupBy } from '../collections/group-by.ts';
import type { Comment } from '../debate/comments/comment.ts';
import { threadsOf } from '../debate/comments/threads.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { commentsAt, crossLinksAt, sourcesOf } from '../debate/lineage/merged-contents.ts';
import type { Claim } from '../debate/map/claim.ts';
import type { Link, Target } from '../debate/map/link.ts';
import { mergeGroup, resolveMerge, targetNow } from '../debate/map/merged.ts';
import { remainingPositions } from '../debate/map/positions-in-order.ts';
import type { Schemed } from '../debate/map/scheme.ts';
import { childrenOf, isShown } from '../debate/map/tree.ts';
import type { Position } from '../debate/positions/position.ts';
import type { Passage, Source } from '../debate/sources/source.ts';
import type { ExchangedDebate } from './exchanged-debate.ts';
import { isImportedPosition } from './gathering.ts';
import { readCommentMarkdown } from './read-comment.ts';
import { removeHidden } from './remove-hidden.ts';
import { isWholeTextOf } from './whole-text.ts';

/** A debate as a reader sees it: the input of every format except our own. */
export interface ArgumentMap {
  readonly title: string;
  readonly motion: string;
  readonly at: number;
  readonly positions: readonly MapPosition[];
  /** In reading order: each before its replies. */
  readonly claims: readonly MapClaim[];
  readonly crossLinks: readonly MapLink[];
  readonly sources: readonly Source[];
  readonly comments: readonly MapComment[];
}

export interface MapPosition extends Position {
  /** 1, 2, 3 … */
  readonly number: string;
  /** True if it only holds the claims of a file without positions: formats without them leave it out. */
  readonly isGathering: boolean;
}

export interface MapClaim {
  readonly id: string;
  /** Its number: 1.2.1 is the first under the second under the first position, also in a branch. */
  readonly number: string;
  /** 1: directly below its position. */
  readonly depth: number;
  readonly claim: Claim;
  /** The full text, if a file's was longer than a claim may be. */
  readonly text: string;
  readonly link: MapLink;
  readonly author: string;
  /** Sources it cites, each with its number among all cited ones. */
  readonly sources: readonly Source[];
  /** Passages of their articles that it cites, word for word. */
  readonly passages: readonly Passage[];
}

export interface MapLink extends Schemed {
  readonly id: string;
  readonly from: string;
  readonly target: Target;
  readonly relation: Link['relation'];
}

export interface MapComment {
  /** It is on what is in the map, and its text is Markdown, with names and wordings in place of mentions. */
  readonly comment: Comment;
  readonly author: string;
  /** True for a reply whose thread's first comment is in the map: that one is before it, with nothing but its replies between. */
  readonly isReply: boolean;
}

/** The map of what every reader of a debate would see: without hidden and retracted claims, with merged ones combined. */
export function argumentMapOf(debate: ExchangedDebate): ArgumentMap {
  const steps = argumentMapSteps(debate);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Claims per step of a writer. */
const BREATH = 100;

/** The same in steps, each an empty piece of the file: a large map takes a while, and a server has other requests to answer meanwhile. */
export function* argumentMapSteps({
  state: seen,
  names,
  branch,
}: ExchangedDebate): Generator<'', ArgumentMap> {
  const state = removeHidden(seen);
  // Claims that a branch leaves out are counted too.
  const numbered = branch ? removeHidden(branch.whole) : state;
  const positions = positionsOf(numbered).filter(({ id }) => state.positions.get(id)?.removed === false);
  const claims: MapClaim[] = [];
  const cited = new Map<string, Source>();
  // Without recursion: trees may be very deep.
  const waiting = positions.toReversed().map(({ id, number }) => ({
    place: { kind: 'position', id } as Target,
    number,
    depth: 0,
  }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { place, number, depth } = next;
    if (place.kind === 'claim') claims.push(mapClaim(state, { ...next, id: place.id }, names, cited));
    if (claims.length % BREATH === 0) yield '';
    const below = childrenOf(numbered, place).filter((claim) => isShown(numbered, claim));
    const steps = below.map(({ id }, at) => ({
      place: { kind: 'claim', id } as Target,
      number: `${number}.${at + 1}`,
      depth: depth + 1,
    }));
    waiting.push(...steps.filter(({ place: { id } }) => isShownIn(state, id)).reverse());
  }
  const written = new Set([...positions, ...claims].map(({ id }) => id));
  const steps = new Set(claims.map(({ link }) => link.id));
  const candidates: MapLink[] = [];
  for (const [at, { id }] of claims.entries()) {
    for (const link of crossLinksAt(state, id)) {
      const { from, target } = link;
      if (from === id && (target.kind === 'link' || written.has(target.id))) candidates.push(link);
    }
    if (at % BREATH === 0) yield '';
  }
  const crossLinks = withoutLoose(candidates, steps);
  const known = new Set([...steps, ...crossLinks.map(({ id }) => id)]);
  return {
    title: state.head?.title ?? '',
    motion: state.head?.motion ?? '',
    at: state.at,
    positions,
    claims: claims.map((claim) => withStandingTarget(state, claim, known)),
    crossLinks,
    sources: [...cited.values()],
    comments: yield* commentsOf(state, { claims, positions, crossLinks }, names),
  };
}

function isShownIn(state: DebateState, id: string): boolean {
  const claim = state.claims.get(id);
  return claim !== undefined && isShown(state, claim);
}

/** Links without those that attack a link which is neither among them nor among `others`, by id. Takes linear time. */
function withoutLoose(links: readonly MapLink[], others: ReadonlySet<string>): MapLink[] {
  const left = new Map(links.map((link) => [link.id, link]));
  const over = groupBy(links, ({ target }) => target.id);
  const isLoose = ({ target }: MapLink) =>
    target.kind === 'link' && !others.has(target.id) && !left.has(target.id);
  const loose = links.filter(isLoose);
  for (const { id } of loose) if (left.delete(id)) loose.push(...(over.get(id) ?? []));
  return [...left.values()];
}

/** An undercut of a cross-link that no longer exists attacks the step of the claim it came from: that is its place in the map. */
function withStandingTarget(state: DebateState, claim: MapClaim, known: ReadonlySet<string>): MapClaim {
  const { target } = claim.link;
  if (target.kind !== 'link' || known.has(target.id)) return claim;
  const from = resolveMerge(state, state.links.get(target.id)?.from ?? '');
  const step = state.claims.get(from)?.parentLink ?? target.id;
  return { ...claim, link: { ...claim.link, target: { kind: 'link', id: step } } };
}

function positionsOf(state: DebateState): MapPosition[] {
  const positions = remainingPositions(state);
  return positions.map((position, at) => ({
    ...position,
    number: `${at + 1}`,
    isGathering: positions.length === 1 && isImportedPosition(position) && !isArguedAbout(state, position.id),
  }));
}

/** True if a claim is against a position, or is linked to it from elsewhere: without the position, a file would lose that. */
function isArguedAbout(state: DebateState, id: string): boolean {
  const below = childrenOf(state, { kind: 'position', id });
  const isAgainst = ({ parentLink }: Claim) => state.links.get(parentLink)?.relation === 'attack';
  return (
    below.some((claim) => isShown(state, claim) && isAgainst(claim)) ||
    crossLinksAt(state, id).some(({ from }) => isShownIn(state, from))
  );
}

function mapClaim(
  state: DebateState,
  { id, number, depth }: { id: string; number: string; depth: number },
  names: ReadonlyMap<string, string>,
  cited: Map<string, Source>,
): MapClaim {
  const claim = state.claims.get(id) as Claim;
  const link = state.links.get(claim.parentLink) as Link;
  const sources = sourcesOf(state, claim).flatMap((sourceId) => state.sources.get(sourceId) ?? []);
  const whole = sources.find((source) => isWholeTextOf(source, claim.text));
  const evidence = sources.filter((source) => source !== whole);
  for (const source of evidence) cited.set(source.id, source);
  return {
    id,
    number,
    depth,
    claim,
    text: whole?.excerpt ?? claim.text,
    link: { ...link, from: id, target: targetNow(state, link.target) },
    author: names.get(claim.author) ?? '',
    sources: evidence,
    passages: mergeGroup(state, claim.id).flatMap((id) => state.citations.get(id)?.passages ?? []),
  };
}

/**
 * The comments on positions, claims, steps and cross-links, each followed by its replies: those on a merged claim are on the claim it was
 * merged into.
 */
function* commentsOf(
  state: DebateState,
  { claims, positions, crossLinks }: Pick<ArgumentMap, 'claims' | 'positions' | 'crossLinks'>,
  names: ReadonlyMap<string, string>,
): Generator<'', MapComment[]> {
  const comments: MapComment[] = [];
  const add = (target: Target) => {
    const here = commentsAt(state, target).flatMap((id) => state.comments.get(id) ?? []);
    for (const { first, replies } of threadsOf(here))
      for (const comment of [first, ...replies]) {
        if (comment.withdrawn) continue;
        const text = readCommentMarkdown(state, names, comment.text);
        comments.push({
          comment: { ...comment, on: target, text },
          author: names.get(comment.author) ?? '',
          isReply: comment !== first && !first.withdrawn,
        });
      }
  };
  for (const { id } of positions) add({ kind: 'position', id });
  for (const [at, { id, link }] of claims.entries()) {
    add({ kind: 'claim', id });
    add({ kind: 'link', id: link.id });
    if (at % BREATH === 0) yield '';
  }
  for (const [at, { id }] of crossLinks.entries()) {
    add({ kind: 'link', id });
    if (at % BREATH === 0) yield '';
  }
  return comments;
}
