import { groupBy } from '../../collections/group-by.ts';
import { LIMITS } from '../../debate/engine/limits.ts';
import type { Source } from '../../debate/sources/source.ts';
import { countCharacters } from '../../debate/texts/wording.ts';
import { argumentMapSteps, type MapClaim, type MapLink } from '../argument-map.ts';
import type { ExchangedDebate } from '../exchanged-debate.ts';
import { textWithRetraction } from '../retraction-mark.ts';
import { truncateText } from '../whole-text.ts';
import { escapeLine, escapeText } from './kialo-text.ts';

/**
 * Kialo's text in its present form: the motion as the question, positions as theses, claims as pros and cons below. An undercut is a con of
 * the claim whose link it denies; a cross-link a reference. A retracted claim that has replies stays above them, with “(retracted)”.
 */
export function* writeKialo(debate: ExchangedDebate): Generator<string> {
  // Its readers want numbers without gaps, so a branch has its own.
  const map = yield* argumentMapSteps({ ...debate, branch: null });
  const numbers = new Map<string, string>();
  const isOneThesis = map.positions.length === 1 && map.motion === map.title;
  // With a question above them all numbers have an additional step.
  const numberOf = (number: string) => (isOneThesis ? number : `1.${number}`);
  for (const { id, number } of map.positions) numbers.set(id, numberOf(number));
  for (const { id, number, link } of map.claims) {
    numbers.set(id, numberOf(number));
    numbers.set(link.id, numberOf(number));
  }
  const sources = new Map(map.sources.map(({ id }, at) => [id, at + 1]));
  const references = referencesByPlace(map.claims, map.crossLinks);
  yield lines('Discussion Name:', escapeLine(map.title.replace(/\s+/g, ' ').trim()), '');
  if (!isOneThesis) yield block('1', 'Question', escapeText(map.motion));
  const byPosition = new Map<string, MapClaim[]>();
  for (const claim of map.claims) {
    const position = claim.number.split('.', 1)[0] ?? '';
    const list = byPosition.get(position);
    if (list) list.push(claim);
    else byPosition.set(position, [claim]);
  }
  for (const { id, number, name, summary } of map.positions) {
    const own = numberOf(number);
    yield block(own, 'Thesis', escapeText(thesisText(name, summary)));
    const waiting: { end: string; lines: string }[] = [];
    for (const claim of byPosition.get(number) ?? []) {
      while (waiting.length > 0 && !claim.number.startsWith(waiting.at(-1)?.end ?? ''))
        yield waiting.pop()?.lines ?? '';
      yield claimBlock(claim, numberOf(claim.number), sources);
      const more = referenceBlocks(
        references.get(claim.id),
        numberOf(claim.number),
        claim.number,
        map.claims,
        numbers,
      );
      if (more) waiting.push({ end: `${claim.number}.`, lines: more });
    }
    while (waiting.length > 0) yield waiting.pop()?.lines ?? '';
    yield referenceBlocks(references.get(id), own, number, map.claims, numbers);
  }
  if (map.sources.length > 0)
    yield lines('', 'Sources:', ...map.sources.map((source, at) => sourceLine(source, at + 1)));
}

/** A position's text: its name on a separate line, unless its name is only the beginning of a long summary. */
function thesisText(name: string, summary: string): string {
  const ownName = name.replace(/\s+/g, ' ');
  if (summary === '') return ownName;
  const [first = ''] = summary.split('\n', 1);
  const limit = LIMITS.positionNameCharacters;
  const isBeginning =
    countCharacters(first) > limit && truncateText(summary.replace(/\s+/g, ' '), limit) === ownName;
  return isBeginning ? summary : `${ownName}\n${summary}`;
}

function claimBlock(claim: MapClaim, number: string, numbers: ReadonlyMap<string, number>): string {
  const cited = claim.sources.map(({ id }) => ` [${numbers.get(id)}]`).join('');
  const text = escapeText(textWithRetraction(claim));
  return block(number, claim.link.relation === 'support' ? 'Pro' : 'Con', `${text}${cited}`);
}

/** Cross-links by target, each relation between two claims once: a link and the claim it comes from are one place. */
function referencesByPlace(
  claims: readonly MapClaim[],
  crossLinks: readonly MapLink[],
): Map<string, MapLink[]> {
  const links = [...claims.map(({ link }) => link), ...crossLinks];
  const fromOf = new Map(links.map(({ id, from }) => [id, from]));
  const placeOf = ({ target }: MapLink) =>
    target.kind === 'link' ? (fromOf.get(target.id) ?? '') : target.id;
  const said = groupBy(crossLinks, (link) => `${link.from} ${link.relation} ${placeOf(link)}`);
  const once = [...said.values()].flatMap(([first]) => first ?? []);
  return groupBy(once, placeOf);
}

/** References follow the item's own claims. */
function referenceBlocks(
  links: readonly MapLink[] = [],
  number: string,
  place: string,
  claims: readonly MapClaim[],
  numbers: ReadonlyMap<string, string>,
): string {
  if (links.length === 0) return '';
  const depth = place.split('.').length;
  const before = claims.filter(
    (claim) => claim.depth === depth && claim.number.startsWith(`${place}.`),
  ).length;
  return links
    .map(({ from, relation }, at) =>
      block(
        `${number}.${before + at + 1}`,
        relation === 'support' ? 'Pro' : 'Con',
        `-> See ${numbers.get(from)}.`,
      ),
    )
    .join('');
}

function sourceLine({ title, url, locator, excerpt }: Source, number: number): string {
  const name = [title === url ? '' : title, locator].filter(Boolean).join(', ').replace(/\s+/g, ' ');
  const first = `[${number}] ${[escapeText(name), url.replace(/\s/g, '%20')].filter(Boolean).join(' ')}`;
  const quote = excerpt === '' ? [] : escapeText(excerpt).split('\n');
  return lines(first, ...quote).slice(0, -2);
}

function block(number: string, kind: string, text: string): string {
  const indent = '  '.repeat(number.split('.').length - 1);
  return lines(`${indent}${number}. ${kind}:`, ...text.split('\n').map((line) => `${indent}${line}`));
}

function lines(...all: readonly string[]): string {
  return `${all.join('\r\n')}\r\n`;
}
