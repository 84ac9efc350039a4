import type { Steps } from '#domain/collections/steps.ts';
import type { PassageIn } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation, OperationOf } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { crossLinksAt, sourcesOf } from '#domain/debate/lineage/merged-contents.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { mergeGroup } from '#domain/debate/map/merged.ts';
import { findPassage, selectorsOf } from '#domain/debate/sources/passage-place.ts';
import { SearchedText } from '#domain/debate/sources/searched-text.ts';
import type { Source } from '#domain/debate/sources/source.ts';
import { SOURCE_FIELDS } from '#domain/debate/texts/texts.ts';
import { lengthProblem } from '#domain/debate/texts/wording.ts';
import { diffText } from '#domain/ot/text-change.ts';

/** An operation that adds a claim of one debate to another one, under its id. */
type ClaimAgain = OperationOf<'claim.add'> & { readonly claimId: string; readonly sources: string[] };

/**
 * Operations that add the visible claims of a debate to another one: their texts and places, in an order in which each finds what it is a
 * reply to. `positions` maps old positions to those of the new one; claims under other positions are left out. `view` is what every reader
 * may see.
 */
export function* claimsAgain(view: DebateState, positions: ReadonlyMap<string, string>): Steps<ClaimAgain[]> {
  const claims: ClaimAgain[] = [];
  const take = (claim: Claim, target: Target) => {
    const link = view.links.get(claim.parentLink);
    if (!link) return;
    claims.push({
      type: 'claim.add',
      claimId: claim.id,
      linkId: link.id,
      target,
      relation: link.relation,
      positionId: positions.get(claim.positionId ?? '') ?? null,
      text: claim.text,
      // For a claim that others were merged into: at most as many as one claim may cite.
      sources: sourcesOf(view, claim).slice(0, LIMITS.sourcesPerClaim),
    });
  };
  const waiting: { readonly from: string; readonly to: Target }[] = [...positions].map(([from, id]) => ({
    from,
    to: { kind: 'position', id },
  }));
  // Without recursion: trees may be very deep. Iterating an array includes what is added on the way.
  for (const next of waiting) {
    for (const linkId of view.childLinks.get(next.from) ?? []) {
      yield;
      const claim = view.claims.get(view.links.get(linkId)?.from ?? '');
      if (!claim || claim.retracted || view.merges.has(claim.id)) continue;
      take(claim, next.to);
      for (const id of mergeGroup(view, claim.id)) {
        waiting.push({ from: id, to: { kind: 'claim', id: claim.id } });
        const step = view.claims.get(id)?.parentLink;
        if (step !== undefined) waiting.push({ from: step, to: { kind: 'link', id: linkId } });
      }
    }
  }
  return claims;
}

/** The operations of `claimsAgain` with others that copy what these claims cite and how they are linked, in an order in which all succeed. */
export function* copyClaims(view: DebateState, claims: readonly ClaimAgain[]): Steps<Operation[]> {
  const articleOf = searchedArticles(view);
  const cited = new Set(claims.flatMap(({ sources }) => sources));
  const taken = new Set(claims.map(({ claimId }) => claimId));
  const sources: Operation[] = [];
  const articles: Operation[] = [];
  const passages: Operation[] = [];
  const links: Operation[] = [];
  for (const id of cited) {
    yield;
    const source = view.sources.get(id);
    if (source) sources.push(...sourceAgain(source));
    articles.push(...articleAgain(view, id));
  }
  for (const claim of claims) {
    yield;
    passages.push(...(yield* passagesAgain(view, claim.claimId, claim.sources, articleOf)));
    for (const { id, from, target, relation } of crossLinksAt(view, claim.claimId))
      if (from === claim.claimId && target.kind === 'claim' && taken.has(target.id))
        links.push({ type: 'link.add', linkId: id, from, target, relation });
  }
  return [...sources, ...articles, ...claims, ...passages, ...links];
}

/** Operations that add a source of one debate to another one, under its id. */
export function sourceAgain(source: Source): Operation[] {
  const { id: sourceId, title, url, locator } = source;
  // Long texts don't fit into a new source: they are added by edits, as people do it.
  const isLong = (text: string) => lengthProblem(text, LIMITS.newSourceTextCharacters, 'allowed') !== null;
  const [excerpt, note] = [source.excerpt, source.note].map((text) => (isLong(text) ? '' : text));
  const written = SOURCE_FIELDS.filter((field) => isLong(source[field])).flatMap((field): Operation[] => [
    { type: 'source.edit', sourceId, field, base: 1, change: diffText('', source[field]) },
    { type: 'text.seal', text: `${sourceId}.${field}` },
  ]);
  return [
    { type: 'source.add', sourceId, title, url, locator, excerpt: excerpt ?? '', note: note ?? '' },
    ...written,
  ];
}

/** Operations that add the text of a source of one debate to another one that has none; none if the source has no text. */
export function articleAgain({ articles }: DebateState, sourceId: string): Operation[] {
  const text = articles.get(sourceId)?.text ?? '';
  if (text === '') return [];
  return [
    { type: 'article.edit', sourceId, base: 1, change: diffText('', text) },
    { type: 'text.seal', text: `${sourceId}.article` },
  ];
}

/** Finds the article of a source of a debate, for searching several passages in it. */
export function searchedArticles({
  articles,
}: Pick<DebateState, 'articles'>): (sourceId: string) => SearchedText {
  const searched = new Map<string, SearchedText>();
  return (sourceId) => {
    const article = searched.get(sourceId) ?? new SearchedText(articles.get(sourceId)?.text ?? '');
    searched.set(sourceId, article);
    return article;
  };
}

/**
 * Operations that cite for a claim of one debate the same passages in another one, from these sources: those that its articles contain, and
 * at most as many as one claim may cite.
 */
export function* passagesAgain(
  view: DebateState,
  claimId: string,
  sources: readonly string[],
  articleOf: (sourceId: string) => SearchedText,
): Steps<OperationOf<'claim.cite'>[]> {
  const cited = mergeGroup(view, claimId).flatMap((standing) => view.citations.get(standing)?.passages ?? []);
  const found = new Map<string, PassageIn[]>(sources.map((sourceId) => [sourceId, []]));
  let count = 0;
  // Of claims merged into one, two may have named a passage alike.
  for (const passage of new Map(cited.map((one) => [one.id, one])).values()) {
    const ofSource = found.get(passage.sourceId);
    if (!ofSource) continue;
    // Each step searches a whole article.
    yield;
    const article = articleOf(passage.sourceId);
    const place = findPassage(article, passage);
    // With its current place: it need not be searched for when it is cited.
    const selectors = place && selectorsOf(article.text, place.start, place.end);
    if (!selectors) continue;
    ofSource.push({ id: passage.id, ...selectors });
    count += 1;
    if (count === LIMITS.passagesPerClaim) break;
  }
  return [...found].flatMap(([sourceId, passages]): OperationOf<'claim.cite'>[] =>
    passages.length === 0 ? [] : [{ type: 'claim.cite', claimId, sourceId, passages }],
  );
}
