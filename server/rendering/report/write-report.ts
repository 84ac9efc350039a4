import type { DisclosedOpinions } from '#domain/analysis/opinions/disclosed-opinions.ts';
import type { ComparedPair } from '#domain/analysis/perspectives/first-pair.ts';
import type { ExchangedDebate } from '#domain/formats/exchanged-debate.ts';
import { type ReportSection, USUAL_SECTIONS } from '#domain/formats/exports/report-sections.ts';
import { truncateText } from '#domain/formats/whole-text.ts';
import { openTypefaces } from '../typeset/typefaces.ts';
import { type Block, type FlowRun, paginate } from './flow.ts';
import { drawMapPages, MAP_AREA, mapPageCount } from './map-pages.ts';
import { sheetMap } from './map-sheets.ts';
import { DEPTH, PAPER } from './paper.ts';
import { charactersOf } from './report-characters.ts';
import { ReportDocument } from './report-document.ts';
import { reportFacts } from './report-facts.ts';
import { REPORT } from './report-words.ts';
import { commentsSection } from './sections/comments.ts';
import { conclusionSection } from './sections/conclusion.ts';
import { type ContentsEntry, contents } from './sections/contents.ts';
import { cover } from './sections/cover.ts';
import { moderationSection } from './sections/moderation.ts';
import { comparedBlocks, opinionsSection } from './sections/opinions.ts';
import { participantsSection } from './sections/participants.ts';
import { positionsSection } from './sections/positions.ts';
import { resultsSection } from './sections/results.ts';
import { sourcesSection } from './sections/sources.ts';
import { timelineSection } from './sections/timeline.ts';
import { Setter } from './setter.ts';
import { COLOURS, STYLES } from './styles.ts';

/** A part of the report: text divided into pages, or the drawn map. */
interface Part {
  readonly pages: readonly (readonly FlowRun[])[] | 'map';
  /** The number of its first page. */
  readonly from: number;
}

/** Content of a report beside the debate itself. */
export interface ReportOptions {
  /** The opinion groups the reader may see; null if that section isn't included. */
  readonly opinions?: DisclosedOpinions | null;
  /** Two teams or groups; null if they aren't compared. */
  readonly compared?: ComparedPair | null;
  readonly sections?: readonly ReportSection[];
}

/** Characters of the motion in running heads. */
const RUNNING = 90;

/**
 * Writes the debate as a report: it is divided into pages first, so that the contents have page numbers; then page after
 * page is drawn and yielded.
 */
export async function* writeReport(
  debate: ExchangedDebate,
  { opinions: opinionGroups = null, compared = null, sections = USUAL_SECTIONS }: ReportOptions = {},
): AsyncGenerator<Uint8Array> {
  const facts = reportFacts(debate);
  const faces = await openTypefaces(charactersOf(facts));
  const setter = new Setter(faces);
  const has = (section: ReportSection) => sections.includes(section);
  const map = has('map') && facts.map.claims.length > 0 ? sheetMap(facts, faces, MAP_AREA) : null;
  const mapPages = map ? mapPageCount(map) : 0;

  const written: Readonly<Record<Exclude<ReportSection, 'map' | 'notes'>, () => Block[]>> = {
    conclusion: () => conclusionSection(facts, setter),
    results: () => resultsSection(facts, setter),
    positions: () => positionsSection(facts, setter),
    opinions: () => [
      ...opinionsSection(opinionGroups, facts, setter),
      ...comparedBlocks(compared, facts, setter),
    ],
    comments: () => commentsSection(facts, setter),
    sources: () => sourcesSection(facts, setter),
    participants: () => participantsSection(facts, setter),
    timeline: () => timelineSection(facts, setter),
    moderation: () => moderationSection(facts, setter, has('notes')),
  };
  const sectionsIn = (wanted: (section: keyof typeof written) => boolean) =>
    (Object.keys(written) as (keyof typeof written)[]).flatMap((section) =>
      wanted(section) && has(section) ? written[section]() : [],
    );
  const isFirst = (section: ReportSection) => section === 'conclusion' || section === 'results';
  const first = sectionsIn(isFirst);
  const later = sectionsIn((section) => !isFirst(section));
  const before = paginate(cover(facts, setter), DEPTH);
  /** The report's parts, with contents that list these entries. The page numbers don't change the length of the contents. */
  const partsWith = (entries: readonly ContentsEntry[]): Part[] => {
    const listed = contents(entries, setter);
    const pages = map ? [paginate([...listed, ...first], DEPTH), 'map' as const, paginate(later, DEPTH)] : [];
    let from = before.length + 1;
    return (map ? pages : [paginate([...listed, ...first, ...later], DEPTH)]).map((part) => {
      const begins = from;
      from += part === 'map' ? mapPages : part.length;
      return { pages: part, from: begins };
    });
  };
  const titles = [...first, ...(map ? [MAP_TITLE] : []), ...later].flatMap((block) => entryOf(block));
  const parts = partsWith(entriesOf(partsWith(titles)));

  const { title = '', motion = '' } = facts.state.head ?? {};
  const document = new ReportDocument(motion || title || REPORT.report, faces);
  const running = truncateText((motion || title).replace(/\s+/g, ' '), RUNNING);
  document.section();
  for (const page of before) {
    document.textPage(page, () => {});
    yield* document.take();
  }
  let section: string = REPORT.contents;
  for (const { pages, from } of parts) {
    if (pages !== 'map') {
      for (const [at, page] of pages.entries()) {
        section = (page[0] && sectionOf(page[0])) ?? section;
        const head = { running, section, page: from + at };
        document.textPage(page, () => drawFrame(document, PAPER, head));
        section = page.map(sectionOf).findLast((name) => name !== undefined) ?? section;
        yield* document.take();
      }
    } else if (map) {
      document.section();
      yield* drawMapPages(document, map, facts.numbers, (page) => () => {
        if (page === 0) {
          document.bookmark(REPORT.map, 0);
          document.place(REPORT.map, 0);
        }
        const side = { width: PAPER.height, height: PAPER.width, left: MAP_AREA.x, right: MAP_AREA.x };
        drawFrame(document, side, { running, section: REPORT.map, page: from + page });
      });
    }
  }
  yield* document.end();
}

/** The section that a block opens, if it opens one. */
function sectionOf({ block, begins }: FlowRun): string | undefined {
  return begins && block.opensSection ? block.bookmark?.title : undefined;
}

/** The running head and the page's number. */
function drawFrame(
  document: ReportDocument,
  { width, height, left, right }: { width: number; height: number; left: number; right: number },
  { running, section, page }: { running: string; section: string; page: number },
): void {
  document.line(running, STYLES.note, left, 44);
  document.line(section, STYLES.strong, width - right, 44, 'right');
  document.painter.shape(`M${left} 51.5h${width - left - right}`, { stroke: COLOURS.rule, width: 0.6 });
  document.line(`${page}`, STYLES.strong, width / 2, height - 34, 'centre');
}

/** The map's title, as the contents name it. */
const MAP_TITLE: Pick<Block, 'bookmark' | 'place'> = {
  bookmark: { title: REPORT.map, level: 0 },
  place: REPORT.map,
};

/** The entries of the contents: sections and positions. */
function entryOf({ bookmark, place }: Pick<Block, 'bookmark' | 'place'>, page = 0): ContentsEntry[] {
  if (!bookmark || bookmark.level > 1 || place === undefined) return [];
  return [{ title: bookmark.title, place, level: bookmark.level, page }];
}

/** The entries with the pages on which they begin. */
function entriesOf(parts: readonly Part[]): ContentsEntry[] {
  return parts.flatMap(({ pages, from }) =>
    pages === 'map'
      ? entryOf(MAP_TITLE, from)
      : pages.flatMap((page, at) =>
          page.flatMap(({ block, begins }) => (begins ? entryOf(block, from + at) : [])),
        ),
  );
}
