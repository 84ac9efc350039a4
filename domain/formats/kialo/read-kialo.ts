import { LIMITS } from '../../debate/engine/limits.ts';
import type { Target } from '../../debate/map/link.ts';
import { countCharacters } from '../../debate/texts/wording.ts';
import { DraftDebate } from '../draft-debate.ts';
import type { Imported } from '../exchanged-debate.ts';
import { FormatError } from '../format-error.ts';
import { readText } from '../read-text.ts';
import { truncateText } from '../whole-text.ts';
import { KIALO_BEGINNING, readKialoText, SEE, SEE_DISCUSSION } from './kialo-text.ts';
import { type KialoItem, type KialoSource, splitKialo } from './split-kialo.ts';
import { isOutline, splitOutline } from './split-outline.ts';

/**
 * Reads Kialo's text, old and new, or an indented list: theses become positions, pros and cons claims, references cross-links, links and
 * citations sources. `untitled`: the title of a list without one.
 */
export function readKialo(bytes: Uint8Array, untitled = ''): Imported {
  const text = readText(bytes);
  const isList = !KIALO_BEGINNING.test(text) && isOutline(text);
  const { title, items: written, sources } = isList ? splitOutline(text, untitled) : splitKialo(text);
  const items = withOneQuestion(written);
  const draft = new DraftDebate();
  draft.title = title;
  draft.motion = title;
  const placed = new Map<string, Target>();
  const theses = items.filter(({ kind }) => kind === 'Thesis').length;
  let added = 0;
  const cross: { item: KialoItem; to: string; target: Target; line: number }[] = [];
  for (const item of items) {
    const { number, kind, line } = item;
    if (placed.has(number)) throw new FormatError('malformed', line, `${number}. appears twice`);
    if (kind === 'Question') {
      draft.motion = readTextOf(draft, item, sources).text;
      continue;
    }
    if (kind === 'Thesis') {
      const isFurther = theses > LIMITS.positions && added >= LIMITS.positions - 1;
      added += 1;
      placed.set(
        number,
        isFurther
          ? addFurtherThesis(draft, `c-${placed.size + 1}`, item, sources)
          : addThesis(draft, item, placed.size, sources),
      );
      continue;
    }
    const target = placed.get(number.slice(0, number.lastIndexOf('.')));
    if (!target) throw new FormatError('malformed', line, `${number}. has no parent`);
    const to = SEE.exec(item.text.trim())?.[1];
    if (to !== undefined) cross.push({ item, to, target, line });
    else if (SEE_DISCUSSION.test(item.text.trim())) draft.note('other_discussion', item.text, line);
    else placed.set(number, addClaim(draft, `c-${placed.size + 1}`, item, target, sources));
  }
  addReferences(draft, cross, placed);
  return draft.finish();
}

/** A debate has one motion: questions after the first are theses, so that their texts and replies stay. */
function withOneQuestion(items: readonly KialoItem[]): readonly KialoItem[] {
  const asked = items.find(({ kind }) => kind === 'Question');
  return items.map((item) =>
    item.kind === 'Question' && item !== asked ? { ...item, kind: 'Thesis' } : item,
  );
}

/**
 * The text of an item, and what it cites and links to as sources of the debate. Only claims cite sources: those of a question or a thesis stay
 * in the debate without a claim.
 */
function readTextOf(
  draft: DraftDebate,
  item: KialoItem,
  sources: ReadonlyMap<number, KialoSource>,
): { text: string; sources: string[] } {
  const { text, links, cited } = readKialoText(item.text, (number) => sources.has(number));
  const found = [...cited.flatMap((number) => sources.get(number) ?? []), ...links];
  return { text, sources: found.map((source) => draft.citedSource({ locator: '', ...source })) };
}

/** A thesis is a position: its name is its first line, or its beginning if that is long. */
function addThesis(
  draft: DraftDebate,
  item: KialoItem,
  count: number,
  sources: ReadonlyMap<number, KialoSource>,
): Target {
  const { text } = readTextOf(draft, item, sources);
  const end = text.indexOf('\n');
  const first = end === -1 ? text : text.slice(0, end).trim();
  const isNamed = end !== -1 && countCharacters(first) <= LIMITS.positionNameCharacters;
  const isShort = end === -1 && countCharacters(text) <= LIMITS.positionNameCharacters;
  const name =
    isNamed || isShort ? first : truncateText(text.replace(/\s+/g, ' '), LIMITS.positionNameCharacters);
  const summary = isShort ? '' : isNamed ? text.slice(end + 1) : text;
  const id = draft.addPosition({ id: `p-${count + 1}`, name, summary, line: item.line });
  return { kind: 'position', id };
}

/** Collects the theses that exceed a debate's number of positions. */
const FURTHER = 'further';

/** A thesis without a position: a claim in support of the last position. */
function addFurtherThesis(
  draft: DraftDebate,
  id: string,
  item: KialoItem,
  sources: ReadonlyMap<number, KialoSource>,
): Target {
  if (!draft.hasPosition(FURTHER))
    draft.addPosition({ id: FURTHER, name: 'Further theses', line: item.line });
  draft.note('bundled', item.text, item.line);
  return addClaim(draft, id, { ...item, kind: 'Pro' }, { kind: 'position', id: FURTHER }, sources);
}

function addClaim(
  draft: DraftDebate,
  id: string,
  item: KialoItem,
  target: Target,
  sources: ReadonlyMap<number, KialoSource>,
): Target {
  const relation = item.kind === 'Pro' ? 'support' : 'attack';
  draft.addClaim({ id, target, relation, line: item.line, ...readTextOf(draft, item, sources) });
  return { kind: 'claim', id };
}

function addReferences(
  draft: DraftDebate,
  references: readonly { item: KialoItem; to: string; target: Target; line: number }[],
  placed: ReadonlyMap<string, Target>,
): void {
  const said = new Set<string>();
  for (const { item, to, target, line } of references) {
    const from = placed.get(to);
    const words = `${from?.id} ${target.id}`;
    if (from?.kind !== 'claim') draft.note('links_nothing', item.text, line);
    else if (from.id === target.id) draft.note('self_link', item.text, line);
    else if (said.has(words)) draft.note('duplicate_link', item.text, line);
    else
      draft.addCrossLink({
        id: `x-${said.size + 1}`,
        from: from.id,
        target,
        relation: item.kind === 'Pro' ? 'support' : 'attack',
      });
    said.add(words);
  }
}
