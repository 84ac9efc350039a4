import { countMergesAndSplits } from '#domain/debate/lineage/split-parts.ts';
import { askedPolls, changedMinds, swingOf } from '#domain/debate/polls/polls.ts';
import type { MapClaim } from '#domain/formats/argument-map.ts';
import type { ExchangedDebate } from '#domain/formats/exchanged-debate.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import { truncateText } from '#domain/formats/whole-text.ts';
import { CONCLUSION_WORDS, writtenConclusion } from '#domain/formats/written-conclusion.ts';
import { formatMoment } from '#domain/words/dates.ts';
import { hueIn } from '../pictures/map-colours.ts';
import { openTypefaces } from '../typeset/typefaces.ts';
import { type Block, type FlowRow, paginate } from './flow.ts';
import { DEPTH, MEASURE, PAPER } from './paper.ts';
import { charactersOf } from './report-characters.ts';
import { ReportDocument } from './report-document.ts';
import { mostAgreedAndContested, type ReportFacts, reportFacts, votesLine } from './report-facts.ts';
import { REPORT } from './report-words.ts';
import { FULL, paragraph, ruleAt } from './sections/headings.ts';
import { pollBlock, strengthBlocks, swingBlocks } from './sections/results.ts';
import { relationIcon } from './sections/signs.ts';
import { Setter } from './setter.ts';
import { COLOURS, STYLES } from './styles.ts';

/** The extent of a brief: as much as fits on its pages. */
interface Extent {
  /** Supporting arguments of each position. */
  readonly supports: number;
  readonly objections: number;
  /** Number of claims most people agree on, and of controversial ones. */
  readonly listed: number;
  /** Lines of a claim. */
  readonly lines: number;
}

const EXTENTS: readonly Extent[] = [
  { supports: 4, objections: 2, listed: 5, lines: 5 },
  { supports: 3, objections: 1, listed: 5, lines: 4 },
  { supports: 3, objections: 1, listed: 3, lines: 3 },
  { supports: 3, objections: 1, listed: 3, lines: 2 },
  { supports: 3, objections: 1, listed: 2, lines: 3 },
  { supports: 2, objections: 1, listed: 3, lines: 3 },
  { supports: 2, objections: 1, listed: 3, lines: 2 },
  { supports: 2, objections: 1, listed: 2, lines: 2 },
  { supports: 1, objections: 1, listed: 2, lines: 2 },
  { supports: 1, objections: 1, listed: 1, lines: 1 },
  { supports: 1, objections: 0, listed: 1, lines: 1 },
];

/** Characters of a section of the conclusion. */
const CONCLUDED = 900;

/** Pages of a brief at most. */
const PAGES = 2;

/** Lines of the question. */
const QUESTION_LINES = 4;

/** The debate on two pages: the question, the conclusion, the results, the strongest arguments of each position, agreements and changes. */
export async function* writeBrief(debate: ExchangedDebate): AsyncGenerator<Uint8Array> {
  const facts = reportFacts(debate);
  const faces = await openTypefaces(charactersOf(facts));
  const setter = new Setter(faces);
  const pages = pagesOf(facts, setter);
  const { title = '', motion = '' } = facts.state.head ?? {};
  const document = new ReportDocument(motion || title || REPORT.brief, faces);
  document.section();
  for (const [at, page] of pages.entries()) {
    const number = REPORT.pageOf(at + 1, pages.length);
    document.textPage(page, () => {
      document.line(number, STYLES.note, PAPER.width / 2, PAPER.height - 34, 'centre');
    });
    yield* document.take();
  }
  yield* document.end();
}

function pagesOf(facts: ReportFacts, setter: Setter) {
  for (const extent of EXTENTS) {
    const pages = paginate(briefBlocks(facts, setter, extent), DEPTH);
    if (pages.length <= PAGES) return pages;
  }
  return paginate(briefBlocks(facts, setter, EXTENTS.at(-1) as Extent), DEPTH).slice(0, PAGES);
}

function briefBlocks(facts: ReportFacts, setter: Setter, extent: Extent): Block[] {
  const { agreed, contested, isMeasured } = mostAgreedAndContested(facts);
  const list = (claims: readonly MapClaim[]) =>
    claims.slice(0, extent.listed).map((claim) => claimBlock(facts, setter, claim, extent.lines, null));
  return [
    ...questionBlocks(facts, setter),
    ...concludedBlocks(facts, setter, extent),
    ...resultBlocks(facts, setter),
    title(setter, REPORT.strongest),
    ...facts.map.positions.flatMap((position) => positionBlocks(facts, setter, position, extent)),
    title(setter, REPORT.agreed),
    ...(agreed.length > 0
      ? list(agreed)
      : [paragraph(setter, REPORT.nothingAgreed(facts.votes, isMeasured), STYLES.note)]),
    ...(contested.length > 0 ? [title(setter, REPORT.contested), ...list(contested)] : []),
    title(setter, REPORT.changes),
    ...changeBlocks(facts, setter),
    title(setter, REPORT.legend),
    ...legendBlocks(setter),
  ];
}

function questionBlocks(facts: ReportFacts, setter: Setter): Block[] {
  const { title: name = '', motion = '' } = facts.state.head ?? {};
  const question = motion || name;
  return [
    {
      role: { kind: 'H1' },
      before: 0,
      bookmark: { title: question || REPORT.brief, level: 0 },
      rows: [
        ...setter.rows(REPORT.brief.toUpperCase(), STYLES.over, FULL),
        ...setter.rows(question, { ...STYLES.motion, size: 21, line: 26 }, FULL, QUESTION_LINES),
      ],
    },
    {
      role: { kind: 'P' },
      before: 3,
      rows: [
        ...(facts.branch === null ? [] : setter.rows(facts.branch, STYLES.note, FULL, 2)),
        ...setter.rows(
          [REPORT.asOf(formatMoment(facts.state.at)), ...votesLine(facts)].join(' · '),
          STYLES.note,
          FULL,
          2,
        ),
      ],
    },
  ];
}

function title(setter: Setter, words: string): Block {
  return {
    role: { kind: 'H2' },
    before: 15,
    leads: true,
    rows: [
      { height: 6, inks: [], ornaments: [ruleAt(2)] },
      ...setter.rows(words, { ...STYLES.heading, size: 13 }, FULL),
    ],
  };
}

/** The conclusion, as much of each section as there is room for. */
function concludedBlocks({ state, names, map }: ReportFacts, setter: Setter, { lines }: Extent): Block[] {
  const conclusion = writtenConclusion({ state, names }, map);
  if (!conclusion) return [];
  return [
    title(setter, CONCLUSION_WORDS.title),
    ...conclusion.sections.map(({ title: name, text }): Block => {
      const words = truncateText(readable(text).replace(/\s+/g, ' '), CONCLUDED);
      return {
        role: { kind: 'P' },
        before: 5,
        rows: [
          ...setter.rows(name, STYLES.strong, FULL, 1),
          ...setter.rows(words, { ...STYLES.body, size: 10, line: 13.5 }, FULL, lines + 1),
        ],
      };
    }),
    {
      role: { kind: 'P' },
      before: 4,
      rows: setter.rows(conclusion.signOffs.join(' · '), STYLES.note, FULL, 2),
    },
  ];
}

function resultBlocks(facts: ReportFacts, setter: Setter): Block[] {
  const polled = swingOf(facts.state)
    ? swingBlocks(facts, setter)
    : askedPolls(facts.state)
        .filter(({ kind }) => kind !== 'quick')
        .slice(-1)
        .flatMap((poll) => pollBlock(poll, setter));
  const strengths = strengthBlocks(facts, setter);
  if (polled.length + strengths.length === 0)
    return [title(setter, REPORT.results), paragraph(setter, REPORT.noResults, STYLES.note)];
  const caption = paragraph(setter, REPORT.strengthsCaption, STYLES.note);
  return [
    ...(polled.length > 0 ? [title(setter, REPORT.results), ...polled] : []),
    ...(strengths.length > 0 ? [title(setter, REPORT.strengths), caption, ...strengths] : []),
  ];
}

function positionBlocks(
  facts: ReportFacts,
  setter: Setter,
  { id, number, name, hue }: ReportFacts['map']['positions'][number],
  { supports, objections, lines }: Extent,
): Block[] {
  const under = facts.map.claims.filter(
    ({ link, claim }) => link.target.kind === 'position' && link.target.id === id && !claim.retracted,
  );
  const strongest = (relation: 'support' | 'attack', most: number) =>
    under
      .filter(({ link }) => link.relation === relation)
      .sort((a, b) => rankOf(facts, b) - rankOf(facts, a))
      .slice(0, most);
  const [pros, cons] = [strongest('support', supports), strongest('attack', objections)];
  const shown = [...pros, ...cons].map((claim) =>
    claimBlock(facts, setter, claim, lines, claim.link.relation),
  );
  return [
    {
      role: { kind: 'H3' },
      before: 7,
      leads: true,
      rows: setter.rows(
        `${number} · ${name}`,
        { ...STYLES.heading, size: 11.5, line: 16, colour: hueIn(COLOURS, hue) },
        FULL,
        2,
      ),
    },
    ...(under.length > 0 ? shown : [paragraph(setter, REPORT.noClaims, STYLES.note)]),
  ];
}

/** Sorts the strongest first; of equals, or without a strength, the one that more people agree with. */
function rankOf(facts: ReportFacts, { id, claim: { tally } }: MapClaim): number {
  return (facts.strengthOf(id) ?? 0) + (tally.agree - tally.disagree) / 1e6;
}

function claimBlock(
  facts: ReportFacts,
  setter: Setter,
  { id, number, text, author, claim: { tally } }: MapClaim,
  lines: number,
  relation: 'support' | 'attack' | null,
): Block {
  const left = relation === null ? 0 : 17;
  const column = { x: left, width: MEASURE - left };
  const strength = facts.strengthOf(id);
  const votes = tally.agree + tally.disagree + tally.pass;
  const about = [
    number,
    ...(author ? [author] : []),
    ...(strength === undefined ? [] : [REPORT.strength(strength)]),
    ...(votes > 0 ? [REPORT.tally(tally.agree, tally.disagree, tally.pass)] : []),
  ].join(' · ');
  const [first, ...more] = setter.rows(
    truncateText(readable(text).replace(/\s+/g, ' '), 600),
    { ...STYLES.body, size: 10, line: 13.5 },
    column,
    lines,
  );
  const sign = relation === null ? [] : relationIcon(relation === 'support' ? 'supports' : 'attacks', 0);
  const rows: FlowRow[] = first ? [{ ...first, ornaments: sign }, ...more] : [];
  return {
    role: { kind: 'item', depth: 1 },
    before: 5,
    rows: [...rows, ...setter.rows(about, STYLES.note, column, 1)],
  };
}

/** The changes: of opinions, of wordings, and claims retracted or merged. */
function changeBlocks({ state, map }: ReportFacts, setter: Setter): Block[] {
  const reworded = map.claims.filter(({ claim: { wording } }) => wording > 1).length;
  const retracted = [...state.claims.values()].filter((claim) => claim.retracted).length;
  const { merged, split } = countMergesAndSplits(state);
  const swing = swingOf(state);
  const said = [
    ...(swing ? [REPORT.swing(swing.people, changedMinds(swing))] : []),
    ...REPORT.claimChanges(reworded, retracted, merged, split),
  ];
  return [paragraph(setter, said.length > 0 ? said.join(' ') : REPORT.nothingChanged)];
}

function legendBlocks(setter: Setter): Block[] {
  const signed = (['supports', 'attacks'] as const).map((bearing): Block => {
    const [row] = setter.rows(REPORT.legendOf[bearing], STYLES.note, { x: 17, width: MEASURE - 17 });
    return {
      role: { kind: 'item', depth: 1 },
      before: 2,
      rows: row ? [{ ...row, height: 15, ornaments: relationIcon(bearing, 0) }] : [],
    };
  });
  return [
    ...signed,
    ...[REPORT.legendOf.number, REPORT.strengthsText, REPORT.legendOf.lists].map((words) => ({
      ...paragraph(setter, words, STYLES.note, { kind: 'item', depth: 1 }),
      before: 3,
    })),
  ];
}
