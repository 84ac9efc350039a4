import { type ArgumentMap, argumentMapSteps, type MapClaim, type MapPosition } from '../argument-map.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { argdownData, escapeArgdown } from './escape-argdown.ts';

/**
 * Argdown: the motion and positions as statements, claims as arguments titled by their numbers, undercuts as undercuts. What Argdown can't
 * express (the position of a claim, its sources) is in data after it.
 */
export function* writeArgdown(debate: ExchangedDebate): Generator<string> {
  const map = yield* argumentMapSteps(debate);
  yield `===\ntitle: ${argdownData({ t: map.title }).slice(5, -1)}\nparley: 1\n===\n\n`;
  yield '// Not in this file: votes, comments, people, earlier wordings, excerpts and notes of sources.\n\n';
  const isGathered = map.positions.every((position) => position.isGathering);
  if (!isGathered || map.motion !== map.title)
    yield `[Motion]: ${escapeArgdown(map.motion)} ${argdownData({ kind: 'motion', ...exactly(map.motion) })}\n\n`;
  const numbers = new Map(map.positions.map(({ id, number }) => [id, number]));
  const byPlace = claimsByPosition(map);
  for (const position of map.positions) {
    if (!position.isGathering) yield positionLine(position);
    for (const claim of byPlace.get(position.number) ?? [])
      yield claimLine(claim, position.isGathering, numbers.get(claim.claim.positionId ?? '') ?? null);
    yield '\n';
  }
  yield* writeCrossLinks(map);
}

function claimsByPosition({ claims }: ArgumentMap): Map<string, MapClaim[]> {
  const byPosition = new Map<string, MapClaim[]>();
  for (const claim of claims) {
    const number = claim.number.slice(0, claim.number.indexOf('.'));
    const list = byPosition.get(number);
    if (list) list.push(claim);
    else byPosition.set(number, [claim]);
  }
  return byPosition;
}

function positionLine({ number, name, hue, summary }: MapPosition): string {
  const text = escapeArgdown(summary || name);
  return `[P${number}]: ${text} ${argdownData({ kind: 'position', name, hue, summary })}\n`;
}

function claimLine(
  { number, depth, claim, text, link, sources }: MapClaim,
  isGathered: boolean,
  holder: string | null,
): string {
  const indent = '  '.repeat(isGathered ? depth - 1 : depth);
  const data = {
    ...(holder !== null && { held: Number(holder) }),
    ...(claim.retracted && { retracted: true }),
    ...exactly(text),
    ...(sources.length > 0 && {
      sources: sources.map(({ title, url, locator }) => ({ title, url, locator })),
    }),
  };
  const behind = Object.keys(data).length > 0 ? ` ${argdownData(data)}` : '';
  const statement = `<${number}>: ${escapeArgdown(text)}${behind}\n`;
  if (isGathered && depth === 1) return `\n${statement}`;
  const sign = link.target.kind === 'link' ? '_' : link.relation === 'support' ? '+' : '-';
  return `${indent}${sign} ${statement}`;
}

/** A text with line breaks, or other space that Argdown doesn't keep, is repeated in the data. */
function exactly(text: string): { text?: string } {
  return text === text.replace(/\s+/g, ' ').trim() ? {} : { text };
}

function* writeCrossLinks({ positions, claims, crossLinks }: ArgumentMap): Generator<string> {
  const titles = new Map<string, string>([
    ...positions.map(({ id, number }) => [id, `[P${number}]`] as const),
    ...claims.map(({ id, number }) => [id, `<${number}>`] as const),
    ...claims.map(({ link, number }) => [link.id, `<${number}>`] as const),
  ]);
  // Cross-links have no title: an attack on one goes to the step of its claim.
  for (const { id, from } of crossLinks) titles.set(id, titles.get(from) ?? '');
  const said = new Set<string>();
  for (const { from, target, relation } of crossLinks) {
    const [of, to] = [titles.get(from), titles.get(target.id)];
    const sign = target.kind === 'link' ? '_' : relation === 'support' ? '+' : '-';
    const words = `${to}\n  ${sign} ${of}\n\n`;
    if (of && to && !said.has(words)) yield words;
    said.add(words);
  }
}
