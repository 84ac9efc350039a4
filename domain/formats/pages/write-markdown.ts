import type { Source } from '../../debate/sources/source.ts';
import { formatMarkdown } from '../../markdown/format-markdown.ts';
import { readMarkdown } from '../../markdown/read-markdown.ts';
import { argumentMapSteps, type MapClaim, type MapComment, type MapLink } from '../argument-map.ts';
import { commentPlaceWords, crossLinkWords } from '../cross-link-words.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { hiddenVotesSentence } from '../hidden-votes.ts';
import { schemeRemarks } from '../scheme-words.ts';
import { steelmanRemarks } from '../steelman-words.ts';
import { CONCLUSION_WORDS, type WrittenConclusion, writtenConclusion } from '../written-conclusion.ts';
import { escapeLinkText, escapeMarkdown, markdownAddress } from './escape-markdown.ts';
import { readableMap } from './readable-text.ts';

/** CommonMark to read: the motion, positions, claims as nested lists, comments, and sources as numbered notes. */
export function* writeMarkdown(debate: ExchangedDebate): Generator<string> {
  const map = readableMap(yield* argumentMapSteps(debate));
  const { title, motion, positions, claims, crossLinks, sources, comments } = map;
  yield `# ${escapeMarkdown(title)}\n\n**${escapeMarkdown(motion)}**\n\n`;
  const hidden = hiddenVotesSentence(debate.state);
  if (hidden !== null) yield `${hidden}\n\n`;
  yield* conclusionMarkdown(writtenConclusion(debate, { claims, positions }));
  const notes = new Map(sources.map(({ id }, at) => [id, at + 1]));
  const names = new Map(positions.map(({ id, name }) => [id, name]));
  let at = 0;
  for (const { number, name, summary } of positions) {
    yield `## ${number}. ${escapeMarkdown(name)}\n\n${summary ? `${escapeMarkdown(summary)}\n\n` : ''}`;
    for (let next = claims[at]; next?.number.startsWith(`${number}.`); next = claims[++at])
      yield line(next, notes, names, steelmanRemarks(next.claim, debate.state));
    yield '\n';
  }
  const numbers = new Map([...positions, ...claims].map(({ id, number }) => [id, number]));
  for (const { link, number } of claims) numbers.set(link.id, number);
  const byId = new Map(crossLinks.map((link) => [link.id, link]));
  if (crossLinks.length > 0) {
    yield '## Links across\n\n';
    for (const link of crossLinks) {
      const remarks = schemeRemarks(link);
      const behind = remarks.length > 0 ? ` (${remarks.join('; ')})` : '';
      yield `- ${numbers.get(link.from)} ${crossLinkWords(link, byId, numbers)}${behind}\n`;
    }
    yield '\n';
  }
  yield* writeComments(comments, numbers, byId);
  if (sources.length > 0) yield '## Sources\n\n';
  for (const source of sources) yield `${notes.get(source.id)}. ${sourceLine(source)}\n`;
}

function* conclusionMarkdown(conclusion: WrittenConclusion | null): Generator<string> {
  if (!conclusion) return;
  yield `## ${CONCLUSION_WORDS.title}\n\n`;
  for (const { title, text } of conclusion.sections) yield `### ${title}\n\n${linesMarkdown(text)}\n\n`;
  for (const signOff of conclusion.signOffs) yield `- ${escapeMarkdown(signOff)}\n`;
  yield '\n';
}

/** A text with its paragraphs and lines. */
function linesMarkdown(text: string): string {
  const lines = text.split('\n').map(escapeMarkdown);
  return lines.map((line, at) => (line && lines[at + 1] ? `${line}\\` : line)).join('\n');
}

function line(
  { number, depth, claim, text, link, author, sources, passages }: MapClaim,
  notes: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string>,
  remarks: readonly string[],
): string {
  const sign = link.target.kind === 'link' ? 'Undercut' : link.relation === 'support' ? 'Pro' : 'Con';
  const { agree, disagree, pass } = claim.tally;
  const holder = names.get(claim.positionId ?? '');
  const about = [
    ...(author ? [escapeMarkdown(author)] : []),
    ...(holder ? [escapeMarkdown(holder)] : []),
    ...remarks.map(escapeMarkdown),
    ...(claim.retracted ? ['retracted'] : []),
    ...(agree + disagree + pass > 0 ? [`${agree} agree, ${disagree} disagree, ${pass} pass`] : []),
    ...schemeRemarks(link),
    ...(sources.length > 0 ? [`sources ${sources.map(({ id }) => notes.get(id)).join(', ')}`] : []),
    ...passages.map(({ exact, sourceId }) => {
      const words = escapeMarkdown(exact.replace(/\s+/gu, ' '));
      return `source ${notes.get(sourceId)}: “${words}”`;
    }),
  ];
  const behind = about.length > 0 ? ` (${about.join('; ')})` : '';
  return `${'  '.repeat(depth - 1)}- **${sign} ${number}** ${escapeMarkdown(text)}${behind}\n`;
}

function* writeComments(
  comments: readonly MapComment[],
  numbers: ReadonlyMap<string, string>,
  crossLinks: ReadonlyMap<string, MapLink>,
): Generator<string> {
  if (comments.length === 0) return;
  yield '## Comments\n\n';
  for (const { comment, author, isReply } of comments) {
    // Another sign than lists in a comment have: otherwise a reply would go on with a list that ends the comment before.
    const bullet = isReply ? '  +' : '-';
    const by = author ? `${escapeMarkdown(author)} ` : '';
    const where = isReply ? 'in reply' : `on ${commentPlaceWords(comment.on, crossLinks, numbers)}`;
    yield `${bullet} ${by}${where}:${commentMarkdown(comment.text, isReply ? '    ' : '  ')}\n`;
  }
  yield '\n';
}

/** A comment with its formatting, as an item of a list whose further lines begin with `indent`. */
function commentMarkdown(text: string, indent: string): string {
  const root = readMarkdown(text);
  const isLine = root.children.length === 1 && root.children[0]?.type === 'paragraph';
  return `${isLine ? ' ' : `\n\n${indent}`}${formatMarkdown(root, text).replace(/\n(?=.)/g, `\n${indent}`)}`;
}

function sourceLine({ title, url, locator, excerpt }: Source): string {
  const address = markdownAddress(url);
  const name = address
    ? `[${escapeLinkText(title)}](${address})`
    : escapeMarkdown([title, url].filter(Boolean).join(', '));
  const where = locator ? `, ${escapeMarkdown(locator)}` : '';
  return `${name}${where}${excerpt ? ` – “${escapeMarkdown(excerpt)}”` : ''}`;
}
