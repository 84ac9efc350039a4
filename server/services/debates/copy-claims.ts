import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation, OperationOf } from '#domain/debate/engine/operations.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { crossLinksAt, sourcesOf } from '#domain/debate/lineage/merged-contents.ts';
import type { Claim } from '#domain/debate/map/claim.ts';
import type { Target } from '#domain/debate/map/link.ts';
import { mergeGroup } from '#domain/debate/map/merged.ts';
import { findPassage } from '#domain/debate/sources/passage-place.ts';
import { SearchedText } from '#domain/debate/sources/searched-text.ts';
import type { Source } from '#domain/debate/sources/source.ts';
import { SOURCE_FIELDS } from '#domain/debate/texts/texts.ts';
import { diffText } from '#domain/ot/text-change.ts';

/**
 * Operations that copy the visible claims of a debate into another one: their texts, sources with the passages cited, places and links, in
 * an order in which each finds what it depends on. `positions` maps old positions to those of the new debate; claims under other positions
 * are left out. `view` is what every reader may see.
 */
export function copyClaims(view: DebateState, positions: ReadonlyMap<string, string>): Operation[] {
  const claims: Operation[] = [];
  const passages: Operation[] = [];
  const cited = new Set<string>();
  const taken = new Set<string>();
  const take = (claim: Claim, target: Target) => {
    const link = view.links.get(claim.parentLink);
    if (!link) return;
    // For a claim that others were merged into: at most as many as one claim may cite.
    const sources = sourcesOf(view, claim).slice(0, LIMITS.sourcesPerClaim);
    for (const source of sources) cited.add(source);
    taken.add(claim.id);
    passages.push(...passagesAgain(view, claim, sources, view));
    claims.push({
      type: 'claim.add',
      claimId: claim.id,
      linkId: link.id,
      target,
      relation: link.relation,
      positionId: positions.get(claim.positionId ?? '') ?? null,
      text: claim.text,
      sources,
    });
  };
  // Without recursion: trees may be very deep.
  const waiting: { readonly from: string; readonly to: Target }[] = [...positions].map(([from, id]) => ({
    from,
    to: { kind: 'position', id },
  }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    for (const linkId of view.childLinks.get(next.from) ?? []) {
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
  const links = [...taken].flatMap((claimId) =>
    crossLinksAt(view, claimId).flatMap(({ id, from, target, relation }): Operation[] =>
      from === claimId && target.kind === 'claim' && taken.has(target.id)
        ? [{ type: 'link.add', linkId: id, from, target, relation }]
        : [],
    ),
  );
  const sources = [...cited].flatMap((id) => view.sources.get(id) ?? []).flatMap(sourceAgain);
  const articles = [...cited].flatMap((id) => articleAgain(view, id));
  return [...sources, ...articles, ...claims, ...passages, ...links];
}

/** Operations that add a source of one debate to another one, under its id. */
export function sourceAgain(source: Source): Operation[] {
  const { id: sourceId, title, url, locator } = source;
  // Long texts don't fit into a new source: they are added by edits, as people do it.
  const isLong = (text: string) => [...text].length > LIMITS.newSourceTextCharacters;
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

/**
 * Operations that cite for a claim of one debate the same passages in another one, from these sources: those their texts contain there, and
 * at most as many as one claim may cite.
 */
export function passagesAgain(
  view: DebateState,
  { id }: Claim,
  sources: readonly string[],
  { articles }: Pick<DebateState, 'articles'>,
): OperationOf<'claim.cite'>[] {
  const cited = mergeGroup(view, id).flatMap((standing) => view.citations.get(standing)?.passages ?? []);
  // Of claims merged into one, two may have named a passage alike.
  const searched = new Map(
    sources.map((sourceId) => [sourceId, new SearchedText(articles.get(sourceId)?.text ?? '')]),
  );
  const found = [...new Map(cited.map((passage) => [passage.id, passage])).values()]
    .filter((passage) => {
      const article = searched.get(passage.sourceId);
      return article !== undefined && findPassage(article, passage) !== null;
    })
    .slice(0, LIMITS.passagesPerClaim);
  return sources.flatMap((sourceId): OperationOf<'claim.cite'>[] => {
    const passages = found
      .filter((passage) => passage.sourceId === sourceId)
      .map(({ sourceId: _, ...passage }) => passage);
    return passages.length === 0 ? [] : [{ type: 'claim.cite', claimId: id, sourceId, passages }];
  });
}
