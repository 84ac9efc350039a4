import { groupBy } from '#domain/collections/group-by.ts';
import type { MapClaim, MapLink } from '#domain/formats/argument-map.ts';
import { crossLinkWords } from '#domain/formats/cross-link-words.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import { schemeRemarks } from '#domain/formats/scheme-words.ts';
import { steelmanRemarks } from '#domain/formats/steelman-words.ts';
import { truncateText } from '#domain/formats/whole-text.ts';
import { hueIn } from '../../pictures/map-colours.ts';
import { boxPath } from '../../pictures/paths.ts';
import { PICTURE_WORDS } from '../../pictures/picture-words.ts';
import type { Block, FlowRow } from '../flow.ts';
import { MEASURE } from '../paper.ts';
import type { ReportFacts } from '../report-facts.ts';
import { REPORT } from '../report-words.ts';
import type { Column, Setter } from '../setter.ts';
import { AIR, COLOURS, STYLES } from '../styles.ts';
import { FULL, paragraph, sectionHeading } from './headings.ts';
import { type RelationWord, relationIcon } from './signs.ts';

/** Points of indent per level, and the number of indented levels. */
const INDENT = { step: 13, levels: 8, text: 17 } as const;
/** Maximum bookmarks to single claims: among more, nobody finds one. */
const BOOKMARKS = 400;
/** Characters of a quotation. */
const QUOTED = 1_200;
/** Characters of a claim in a bookmark. */
const SHORT = 70;

/** Every position with its claims as an outline: each with its relation, votes, strength and sources. */
export function positionsSection(facts: ReportFacts, setter: Setter): Block[] {
  const { map } = facts;
  const blocks: Block[] = [sectionHeading(setter, REPORT.positions)];
  const across = groupBy(map.crossLinks, ({ from }) => from);
  const hues = new Map(map.positions.map(({ id, hue }) => [id, hueIn(COLOURS, hue)]));
  const bookmarked = map.claims.filter(({ depth }) => depth === 1).length <= BOOKMARKS;
  let at = 0;
  for (const [nth, position] of map.positions.entries()) {
    blocks.push(...positionBlocks(facts, setter, position, nth === 0));
    const begun = at;
    for (
      let claim = map.claims[at];
      claim?.number.startsWith(`${position.number}.`);
      claim = map.claims[at]
    ) {
      blocks.push(claimBlock(facts, setter, claim, { across, hues, bookmarked }));
      at += 1;
    }
    if (at === begun) blocks.push(paragraph(setter, REPORT.noClaims, STYLES.note));
  }
  return blocks;
}

function positionBlocks(
  facts: ReportFacts,
  setter: Setter,
  { id, number, name, hue, summary }: ReportFacts['map']['positions'][number],
  isFirst: boolean,
): Block[] {
  const colour = hueIn(COLOURS, hue);
  const strength = facts.strengthOf(id);
  const caption = strength === undefined ? number : `${number} · ${REPORT.strength(strength)}`;
  return [
    {
      role: { kind: 'H2' },
      before: isFirst ? AIR.paragraph : AIR.section + 8,
      leads: true,
      place: `position ${id}`,
      bookmark: { title: name, level: 1 },
      rows: [
        {
          height: 9,
          inks: [],
          ornaments: [{ path: boxPath({ x: 0, y: 0, width: MEASURE, height: 2 }), paint: { fill: colour } }],
        },
        ...setter.rows(name, { ...STYLES.heading, size: 16, line: 22, colour }, FULL),
      ],
    },
    {
      role: { kind: 'P' },
      before: 2,
      leads: true,
      rows: [
        ...setter.rows(readable(summary), STYLES.quote, FULL),
        ...setter.rows(caption, STYLES.note, FULL),
      ],
    },
  ];
}

interface ClaimLook {
  readonly across: ReadonlyMap<string, readonly MapLink[]>;
  readonly hues: ReadonlyMap<string, string>;
  readonly bookmarked: boolean;
}

function claimBlock(facts: ReportFacts, setter: Setter, claim: MapClaim, look: ClaimLook): Block {
  const { number, depth, link, text } = claim;
  const left = Math.min(depth - 1, INDENT.levels) * INDENT.step;
  const column = { x: left + INDENT.text, width: MEASURE - left - INDENT.text };
  const words = readable(text);
  const bearing = bearingOf(link);
  const caption = `${number} · ${PICTURE_WORDS[bearing]} · ${aboutClaim(facts, claim, look)}`.replace(
    / · $/,
    '',
  );
  const [first, ...more] = setter.rows(
    words,
    claim.claim.retracted ? { ...STYLES.body, colour: COLOURS.faint } : STYLES.body,
    column,
  );
  const rows: FlowRow[] = first ? [{ ...first, ornaments: relationIcon(bearing, left) }, ...more] : [];
  const quotes = quotationRows(facts, setter, claim, column);
  const spine = look.hues.get(claim.claim.positionId ?? '') ?? COLOURS.faint;
  const whole = [...rows, ...quotes, ...setter.rows(caption, STYLES.note, column)];
  return {
    role: { kind: 'item', depth },
    before: depth === 1 ? AIR.item + 5 : AIR.item - 2,
    rows: whole.map((row) => ({
      ...row,
      ornaments: [
        ...(row.ornaments ?? []),
        {
          path: boxPath({
            x: left + INDENT.text - 5.5,
            y: 1,
            width: 1.4,
            height: row.height - (row === whole.at(-1) ? 2 : 0),
          }),
          paint: { fill: spine },
        },
      ],
    })),
    ...(depth === 1 && look.bookmarked && { bookmark: { title: `${number} ${shortened(words)}`, level: 2 } }),
  };
}

/** The passages of sources that a claim cites, word for word. */
function quotationRows(
  { notes }: ReportFacts,
  setter: Setter,
  { passages }: MapClaim,
  column: Column,
): FlowRow[] {
  const inside = { x: column.x + 10, width: column.width - 10 };
  return passages.flatMap(({ exact, sourceId }) => {
    const words = truncateText(readable(exact).replace(/\s+/g, ' '), QUOTED);
    const rows = setter.rows(REPORT.quotation(words, notes.get(sourceId)), STYLES.quote, inside);
    return [{ height: 3, inks: [] }, ...rows];
  });
}

/** The author of a claim, its current state, and its sources. */
function aboutClaim(
  facts: ReportFacts,
  { number, claim, link, author, sources }: MapClaim,
  { across }: ClaimLook,
): string {
  const { map, state, numbers, crossLinks, notes } = facts;
  const { agree, disagree, pass } = claim.tally;
  const strength = facts.strengthOf(claim.id);
  // Claims in a lane belong to the lane's position, unless stated otherwise.
  const lane = map.positions.find((position) => number.startsWith(`${position.number}.`))?.id;
  const holder = claim.positionId === lane ? undefined : state.positions.get(claim.positionId ?? '')?.name;
  return [
    ...(holder ? [holder] : []),
    ...(author ? [author] : []),
    ...steelmanRemarks(claim, state),
    ...(claim.retracted ? [PICTURE_WORDS.retracted] : []),
    ...(strength === undefined ? [] : [REPORT.strength(strength)]),
    ...(agree + disagree + pass > 0 ? [REPORT.tally(agree, disagree, pass)] : []),
    ...schemeRemarks(link),
    ...(sources.length > 0 ? [REPORT.cites(sources.map(({ id }) => notes.get(id) ?? 0))] : []),
    ...(across.get(claim.id) ?? []).map((link) =>
      [REPORT.linked(crossLinkWords(link, crossLinks, numbers)), ...schemeRemarks(link)].join(', '),
    ),
  ].join(' · ');
}

function bearingOf({ target, relation }: MapLink): RelationWord {
  if (target.kind === 'link') return 'undercuts';
  return relation === 'support' ? 'supports' : 'attacks';
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length <= SHORT ? characters.join('') : `${characters.slice(0, SHORT).join('')}…`;
}
