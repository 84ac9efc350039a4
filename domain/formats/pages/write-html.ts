import { groupBy } from '../../collections/group-by.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import type { Source } from '../../debate/sources/source.ts';
import {
  type ArgumentMap,
  argumentMapSteps,
  type MapClaim,
  type MapLink,
  type MapPosition,
} from '../argument-map.ts';
import { commentPlaceWords, crossLinkWords } from '../cross-link-words.ts';
import { escapeXml } from '../escape-xml.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { hiddenVotesSentence } from '../hidden-votes.ts';
import { schemeRemarks } from '../scheme-words.ts';
import { steelmanRemarks } from '../steelman-words.ts';
import { CONCLUSION_WORDS, type WrittenConclusion, writtenConclusion } from '../written-conclusion.ts';
import { commentHtml } from './comment-html.ts';
import { webAddress } from './escape-markdown.ts';
import { PAGE_STYLE } from './page-style.ts';
import { readableMap } from './readable-text.ts';

/** One self-contained page: no script, no image, no font of another host. Branches can be folded without scripts. */
export function* writeHtml(debate: ExchangedDebate): Generator<string> {
  const map = readableMap(yield* argumentMapSteps(debate));
  const { title, motion, positions, claims, sources, comments } = map;
  yield '<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n';
  yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'\">\n";
  yield `<meta name="referrer" content="no-referrer">\n<title>${escapeXml(title)}</title>\n<style>${PAGE_STYLE}</style>\n</head>\n<body>\n<main>\n`;
  yield `<header><p dir="auto">${escapeXml(title)}</p>\n<h1 dir="auto">${escapeXml(motion)}</h1></header>\n`;
  const hidden = hiddenVotesSentence(debate.state);
  if (hidden !== null) yield `<p><small>${escapeXml(hidden)}</small></p>\n`;
  yield* conclusionHtml(writtenConclusion(debate, { claims, positions }));
  const notes = new Map(sources.map(({ id }, at) => [id, at + 1]));
  const across = linksAcross(map);
  let at = 0;
  for (const position of positions) {
    yield `<section id="position-${position.number}"><h2 dir="auto">${escapeXml(position.name)}</h2>\n`;
    if (position.summary) yield `<p dir="auto">${text(position.summary)}</p>\n`;
    const end = claims.findIndex(
      ({ number }, index) => index >= at && !number.startsWith(`${position.number}.`),
    );
    const below = claims.slice(at, end === -1 ? undefined : end);
    at += below.length;
    yield* writeTree(below, { state: debate.state, notes, across, under: position.id });
    yield '</section>\n';
  }
  if (comments.length > 0) yield* writeComments(map);
  if (sources.length > 0) {
    yield '<section><h2>Sources</h2>\n<ol>\n';
    for (const source of sources)
      yield `<li id="source-${notes.get(source.id)}">${sourceItem(source)}</li>\n`;
    yield '</ol></section>\n';
  }
  yield '</main>\n</body>\n</html>\n';
}

function* conclusionHtml(conclusion: WrittenConclusion | null): Generator<string> {
  if (!conclusion) return;
  yield `<section id="conclusion"><h2>${CONCLUSION_WORDS.title}</h2>\n`;
  for (const { title, pieces } of conclusion.sections) {
    const words = pieces.map((piece) =>
      piece.number === null ? text(piece.text) : `<a href="#claim-${piece.number}">${text(piece.text)}</a>`,
    );
    yield `<h3>${title}</h3>\n<p dir="auto">${words.join('')}</p>\n`;
  }
  yield '<ul class="comments">\n';
  for (const signOff of conclusion.signOffs) yield `<li dir="auto">${escapeXml(signOff)}</li>\n`;
  yield '</ul></section>\n';
}

/** The context in which the claims below a position are written. */
interface Around {
  readonly state: DebateState;
  /** The numbers of sources. */
  readonly notes: ReadonlyMap<string, number>;
  /** Links of each claim besides that to the one above it, as words. */
  readonly across: ReadonlyMap<string, readonly string[]>;
  /** The position. */
  readonly under: string;
}

/** The links across the map as words, by the claims they come from. */
function linksAcross({ positions, claims, crossLinks }: ArgumentMap): Map<string, string[]> {
  const places = placesOf(positions, claims);
  const byId = new Map(crossLinks.map((link) => [link.id, link]));
  const words = (link: MapLink) =>
    [`also ${crossLinkWords(link, byId, places)}`, ...schemeRemarks(link)].join(', ');
  const byClaim = groupBy(crossLinks, ({ from }) => from);
  return new Map([...byClaim].map(([claimId, links]) => [claimId, links.map(words)]));
}

/** Claims as nested lists, one after another: of any depth, without recursion. */
function* writeTree(claims: readonly MapClaim[], around: Around): Generator<string> {
  let depth = 0;
  for (const claim of claims) {
    if (claim.depth > depth) yield '<ul>\n';
    else yield `</li>${'</ul></li>'.repeat(depth - claim.depth)}\n`;
    depth = claim.depth;
    yield claimItem(claim, around);
  }
  if (depth > 0) yield `</li>${'</ul></li>'.repeat(depth - 1)}</ul>\n`;
}

function claimItem(
  { id, number, claim, text: words, link, author, sources, passages }: MapClaim,
  { state, notes, across, under }: Around,
): string {
  const holder = claim.positionId === under ? undefined : state.positions.get(claim.positionId ?? '');
  const sign = link.target.kind === 'link' ? 'Undercut' : link.relation === 'support' ? 'Pro' : 'Con';
  const { agree, disagree, pass } = claim.tally;
  const about = [
    ...(author ? [`<bdi>${escapeXml(author)}</bdi>`] : []),
    ...(holder ? [`for <bdi>${escapeXml(holder.name)}</bdi>`] : []),
    ...steelmanRemarks(claim, state).map((remark) => `<span dir="auto">${escapeXml(remark)}</span>`),
    ...(claim.retracted ? ['retracted'] : []),
    ...(agree + disagree + pass > 0 ? [`${agree} agree · ${disagree} disagree · ${pass} pass`] : []),
    ...schemeRemarks(link),
    ...(across.get(id) ?? []),
  ];
  const cited = sources
    .map(({ id }) => `<sup><a href="#source-${notes.get(id)}">${notes.get(id)}</a></sup>`)
    .join('');
  const quotes = passages.map(({ exact }) => `<blockquote dir="auto">${text(exact)}</blockquote>`).join('');
  const behind = about.length > 0 ? `<small>${about.join(' · ')}</small>` : '';
  return `<li id="claim-${number}" class="${link.relation}"><b>${sign} ${number}</b> <p dir="auto">${text(words)}${cited}</p>${quotes}${behind}`;
}

/** Links to positions and claims, which also stand for the step of a claim. */
function placesOf(positions: readonly MapPosition[], claims: readonly MapClaim[]): Map<string, string> {
  const places = new Map(
    positions.map(({ id, number }) => [id, `<a href="#position-${number}">${number}</a>`]),
  );
  for (const { id, number, link } of claims)
    for (const on of [id, link.id]) places.set(on, `<a href="#claim-${number}">${number}</a>`);
  return places;
}

function* writeComments({ comments, positions, claims, crossLinks }: ArgumentMap): Generator<string> {
  const byId = new Map(crossLinks.map((link) => [link.id, link]));
  const places = placesOf(positions, claims);
  yield '<section><h2>Comments</h2>\n<ul class="comments">\n';
  for (const { comment, author, isReply } of comments) {
    const by = author ? `<bdi>${escapeXml(author)}</bdi> ` : '';
    const [open, where] = isReply
      ? ['<li class="reply">', 'in reply']
      : ['<li>', `on ${commentPlaceWords(comment.on, byId, places)}`];
    yield `${open}<small>${by}${where}</small>${commentHtml(comment.text)}</li>\n`;
  }
  yield '</ul></section>\n';
}

function sourceItem({ title, url, locator, excerpt }: Source): string {
  const address = webAddress(url);
  const name = address
    ? `<a href="${escapeXml(address)}" rel="noopener noreferrer nofollow">${escapeXml(title)}</a>`
    : escapeXml([title, url].filter(Boolean).join(', '));
  const quote = excerpt ? `<blockquote dir="auto">${text(excerpt)}</blockquote>` : '';
  return `${name}${locator ? `, ${escapeXml(locator)}` : ''}${quote}`;
}

/** A text with its line breaks. */
function text(words: string): string {
  return words.split('\n').map(escapeXml).join('<br>');
}
