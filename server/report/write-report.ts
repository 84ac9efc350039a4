import type { OpinionsTold } from '../../domain/analysis/opinions-told.ts';
import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
import { cutText } from '../../domain/formats/whole-text.ts';
import { noteMapTexts } from '../pictures/debate-picture.ts';
import { readable } from '../pictures/picture-words.ts';
import { NeededCharacters } from '../typeset/needed-characters.ts';
import { openTypefaces } from '../typeset/typefaces.ts';
import { type Block, paginate, type Stretch } from './flow.ts';
import { drawMap, MAP_AREA, mapPageCount } from './map-pages.ts';
import { sheetMap } from './map-sheets.ts';
import { DEPTH, PAPER } from './paper.ts';
import { ReportDocument } from './report-document.ts';
import { type ReportFacts, reportFacts } from './report-facts.ts';
import { REPORT } from './report-words.ts';
import { comments } from './sections/comments.ts';
import { type ContentsEntry, contents } from './sections/contents.ts';
import { cover } from './sections/cover.ts';
import { moderation } from './sections/moderation.ts';
import { opinions } from './sections/opinions.ts';
import { outcome } from './sections/outcome.ts';
import { participants } from './sections/participants.ts';
import { positions } from './sections/positions.ts';
import { sources } from './sections/sources.ts';
import { timeline } from './sections/timeline.ts';
import { Setter } from './setter.ts';
import { COLOURS, STYLES } from './styles.ts';

/** A part of the report, divided into pages. */
interface Part {
  readonly title: string;
  /** The map is drawn, not divided. */
  readonly pages: readonly (readonly Stretch[])[] | 'map';
  readonly from: number;
}

/** Characters of the motion in running heads. */
const RUNNING = 90;

/**
 * The debate as a report on paper: all of it is divided into pages first, so that the contents know where everything stands; then page after
 * page is drawn and given away. `told`: what may be known of who votes alike; null: nobody asked.
 */
export async function* writeReport(
  debate: ExchangedDebate,
  told: OpinionsTold | null = null,
): AsyncGenerator<Uint8Array> {
  const facts = reportFacts(debate);
  const needed = new NeededCharacters();
  noteTexts(facts, needed);
  const faces = await openTypefaces(needed);
  const setter = new Setter(faces);
  const map = facts.map.claims.length === 0 ? null : sheetMap(facts, faces, MAP_AREA);

  const before = paginate(cover(facts, setter), DEPTH);
  const blocks: readonly (readonly [string, readonly Block[] | 'map'])[] = [
    [REPORT.outcome, outcome(facts, setter)],
    ...(map ? [[REPORT.map, 'map'] as const] : []),
    [REPORT.positions, positions(facts, setter)],
    [REPORT.opinions, opinions(told, facts, setter)],
    [REPORT.comments, comments(facts, setter)],
    [REPORT.sources, sources(facts, setter)],
    [REPORT.moderation, moderation(facts, setter)],
    [REPORT.participants, participants(facts, setter)],
    [REPORT.timeline, timeline(facts, setter)],
  ];
  const divided = blocks
    .filter(([, inside]) => inside.length > 0)
    .map(([title, inside]) => [title, inside === 'map' ? inside : paginate(inside, DEPTH)] as const);
  const mapPages = map ? mapPageCount(map) : 0;
  const partsFrom = (first: number): Part[] => {
    let from = first;
    return divided.map(([title, pages]) => {
      const part = { title, pages, from };
      from += pages === 'map' ? mapPages : pages.length;
      return part;
    });
  };
  // How long the contents are follows from how many entries they have, not from their numbers.
  const listed = paginate(contents(entriesOf(partsFrom(0)), setter), DEPTH).length;
  const parts = partsFrom(before.length + listed + 1);
  const list = paginate(contents(entriesOf(parts), setter), DEPTH);

  const { title = '', motion = '' } = facts.state.head ?? {};
  const document = new ReportDocument(motion || title || REPORT.report, faces);
  const running = cutText((motion || title).replace(/\s+/g, ' '), RUNNING);
  const textPages = function* (pages: readonly (readonly Stretch[])[], from: number, section: string) {
    for (const [at, page] of pages.entries()) {
      document.textPage(page, () => drawFrame(document, PAPER, { running, section, page: from + at }));
      yield* document.take();
    }
  };
  document.section();
  for (const page of before) {
    document.textPage(page, () => {});
    yield* document.take();
  }
  document.section();
  yield* textPages(list, before.length + 1, REPORT.contents);
  for (const { title: section, pages, from } of parts) {
    document.section();
    if (pages !== 'map') yield* textPages(pages, from, section);
    else if (map)
      yield* drawMap(document, map, (page) => () => {
        if (page === 0) {
          document.bookmark(section, 0);
          document.place(section, 0);
        }
        const side = { width: PAPER.height, height: PAPER.width, left: MAP_AREA.x, right: MAP_AREA.x };
        drawFrame(document, side, { running, section, page: from + page });
      });
  }
  yield* document.end();
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

/** What the contents name: sections, and positions. */
function entriesOf(parts: readonly Part[]): ContentsEntry[] {
  return parts.flatMap(({ title, pages, from }) => {
    const section = { title, place: title, level: 0, page: from };
    if (pages === 'map') return [section];
    const inside = pages.flatMap((page, at) =>
      page.flatMap(({ block: { bookmark, place }, begins }) =>
        begins && bookmark?.level === 1 && place !== undefined
          ? [{ title: bookmark.title, place, level: 1, page: from + at }]
          : [],
      ),
    );
    return [section, ...inside];
  });
}

/** Notes all that is written with each type. */
function noteTexts(facts: ReportFacts, needed: NeededCharacters): void {
  const { state, whole, names, map } = facts;
  noteMapTexts(facts, needed);
  const { title = '', motion = '' } = state.head ?? {};
  needed.note('0123456789.–+−±%·“”‹›,', 'text', 'strong', 'body', 'name', 'display');
  needed.note(title, 'text', 'name', 'display');
  needed.note(motion, 'text', 'display');
  for (const { name, summary } of state.positions.values()) {
    needed.note(name, 'text', 'body', 'name', 'strong');
    needed.note(readable(summary), 'body');
  }
  for (const { text } of whole.claims.values()) needed.note(readable(text), 'body');
  for (const { text } of whole.comments.values()) needed.note(readable(text), 'body');
  for (const each of map.sources) {
    needed.note(readable(each.title) + each.locator + readable(each.excerpt), 'body');
    needed.note(each.url, 'text');
  }
  for (const name of names.values()) needed.note(name, 'text', 'body');
  for (const { note, reason } of whole.acts.values()) needed.note(readable(note) + reason, 'body');
  for (const { question, options } of state.polls.values())
    needed.note(question + options.join(''), 'strong', 'body');
}
