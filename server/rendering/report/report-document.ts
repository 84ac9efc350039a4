import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import { escapeXml } from '#domain/formats/escape-xml.ts';
import type { Point } from '#domain/layout/map-geometry.ts';
import type { Typefaces } from '../typeset/typefaces.ts';
import type { Block, FlowRun, Ink } from './flow.ts';
import { languageOf } from './language-of.ts';
import { PAPER } from './paper.ts';
import { PdfPainter } from './pdf-painter.ts';
import type { Style } from './setter.ts';

type Document = typeof PDFDocument.prototype;
/** An element of the structure for screen readers. */
type Element = ReturnType<Document['struct']>;
type Bookmark = Document['outline'];

/** The size of a page, in points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The upper left corner of a report's text. */
const TEXT_CORNER: Point = { x: PAPER.left, y: PAPER.top };

/** An open list item: more may be nested in it. */
interface OpenItem {
  readonly item: Element;
  readonly body: Element;
  list: Element | null;
}

/** A PDF that grows page by page: earlier pages are not kept in memory. */
export class ReportDocument {
  readonly #document: Document;
  readonly #faces: Typefaces;
  readonly #root: Element;
  readonly painter: PdfPainter;
  #section: Element | null = null;
  #contents: Element | null = null;
  /** The open nested lists; the first is directly in the section. */
  #items: OpenItem[] = [];
  #list: Element | null = null;
  /** The element of a block that continues on the next page. */
  #going: Element | null = null;
  #bookmarks: Bookmark[] = [];

  constructor(title: string, faces: Typefaces) {
    this.#faces = faces;
    this.#document = new PDFDocument({
      autoFirstPage: false,
      size: [PAPER.width, PAPER.height],
      margin: 0,
      pdfVersion: '1.7',
      subset: 'PDF/UA',
      tagged: true,
      displayTitle: true,
      lang: languageOf(title) ?? 'en',
      info: { Title: title, Creator: 'Parley', Producer: 'Parley' },
    } as object as PDFKit.PDFDocumentOptions);
    escapeMetadata(this.#document);
    this.painter = new PdfPainter(this.#document);
    this.#root = this.#document.struct('Document');
    this.#document.addStructure(this.#root);
    this.#bookmarks = [this.#document.outline];
  }

  /** Returns the finished part of the file. */
  *take(): Generator<Uint8Array> {
    for (let piece = this.#document.read(); piece !== null; piece = this.#document.read()) yield piece;
  }

  /** Returns the rest of the file. */
  async *end(): AsyncGenerator<Uint8Array> {
    this.#endSection();
    this.#root.end();
    const ended = once(this.#document, 'end');
    this.#document.end();
    for await (const piece of this.#document) yield piece;
    await ended;
  }

  /** Begins a part of the document. */
  section(): void {
    this.#endSection();
    this.#section = this.#document.struct('Sect');
    this.#root.add(this.#section);
  }

  /** Adds a page with blocks, below its head. */
  textPage(stretches: readonly FlowRun[], head: (painter: PdfPainter) => void): void {
    this.#document.addPage();
    this.artifact(() => head(this.painter));
    this.blocks(stretches, TEXT_CORNER);
  }

  /** Adds a page of another size, to put blocks on. */
  sheet({ width, height }: Size): void {
    this.#document.addPage({ size: [width, height], margin: 0 });
  }

  /** Draws blocks with their upper left corner at a point of the current page. */
  blocks(stretches: readonly FlowRun[], corner: Point): void {
    for (const stretch of stretches) this.#drawStretch(stretch, corner);
  }

  /** Adds a landscape page with one picture, and its description. */
  picturePage(alt: string, draw: (document: Document) => void, head: (painter: PdfPainter) => void): void {
    const document = this.#document;
    document.addPage({ size: [PAPER.height, PAPER.width], margin: 0 });
    this.artifact(() => head(this.painter));
    const figure = document.struct('Figure', {
      alt,
      bbox: [0, 0, PAPER.height, PAPER.width],
    } as PDFKit.Mixins.StructureElementOptions);
    (this.#section ?? this.#root).add(figure);
    const content = document.markStructureContent('Figure');
    document.save();
    draw(document);
    document.restore();
    document.endMarkedContent();
    figure.add(content);
    figure.end();
  }

  /** Adds a bookmark to the current page. */
  bookmark(title: string, level: number, top = 0): void {
    const parent = this.#bookmarks[Math.min(level, this.#bookmarks.length - 1)];
    const item = parent?.addItem(title, {
      top,
      // It counts from the right edge.
      left: this.#document.page.width,
      expanded: level === 0,
    } as object);
    if (item) this.#bookmarks = [...this.#bookmarks.slice(0, level + 1), item];
  }

  /** Adds a target for links. */
  place(name: string, y: number): void {
    this.#document.addNamedDestination(name, 'XYZ', 0, y, null as unknown as number);
  }

  /** Draws decoration, hidden from screen readers. */
  artifact(draw: () => void): void {
    this.#document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#document.endMarkedContent();
  }

  /** Draws a line of words, for running heads and the like. */
  line(
    text: string,
    style: Style,
    x: number,
    baseline: number,
    align: 'left' | 'right' | 'centre' = 'left',
  ): void {
    const set = this.#faces[style.face].line(text);
    const width = set.width * style.size;
    const start = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    this.painter.text(set, style.size, start, baseline, style.colour);
  }

  #drawStretch({ block, rows, y, begins, ends }: FlowRun, corner: Point): void {
    const document = this.#document;
    const top = corner.y + y;
    if (begins && block.opensSection) this.section();
    if (begins && block.bookmark) this.bookmark(block.bookmark.title, block.bookmark.level, top - 12);
    if (begins && block.place !== undefined) this.place(block.place, top - 12);
    const ornaments = rows.flatMap((row, at) => {
      const above = rows.slice(0, at).reduce((sum, { height }) => sum + height, 0);
      return (row.ornaments ?? []).map(({ path, paint }) => ({ path, paint, y: top + above }));
    });
    if (ornaments.length > 0)
      this.artifact(() => {
        for (const { path, paint, y: at } of ornaments)
          this.painter.shape(path, paint, { x: corner.x, y: at, scale: 1 });
      });
    const element = this.#going ?? this.#begin(block);
    const inks = rows.flatMap((row, at) => {
      const above = rows.slice(0, at).reduce((sum, { height }) => sum + height, 0);
      return row.inks.map((ink) => ({ ink, y: top + above }));
    });
    if (inks.length > 0) {
      const content = document.markStructureContent(tagOf(block));
      for (const { ink, y: at } of inks) this.#drawInk(ink, { x: corner.x, y: at });
      document.endMarkedContent();
      element.add(content);
    }
    if (block.role.kind === 'entry') this.#link(block.role.place, element, top, rows);
    this.#going = ends ? null : element;
    if (ends) element.end();
  }

  #drawInk({ text, face, size, x, baseline, colour, fromRight, slanted }: Ink, corner: Point): void {
    const set = this.#faces[face].line(text, fromRight);
    this.painter.text(set, size, corner.x + x, corner.y + baseline, colour, slanted);
  }

  /** The structure element that a block's words belong to. */
  #begin(block: Block): Element {
    const lang = languageOf(block.rows[0]?.inks[0]?.text ?? '');
    const element = this.#document.struct(
      tagOf(block),
      (lang ? { lang } : {}) as PDFKit.Mixins.StructureElementOptions,
    );
    const { role } = block;
    if (role.kind === 'item') this.#addItem(element, role.depth);
    else if (role.kind === 'entry') this.#addEntry(element);
    else {
      this.#endList();
      this.#sectionNow().add(element);
    }
    return element;
  }

  #addItem(words: Element, depth: number): void {
    this.#endItems(depth - 1);
    const above = this.#items.at(-1);
    const parent = above ? above.body : this.#sectionNow();
    let list = above ? above.list : this.#list;
    if (!list) {
      list = this.#document.struct('L');
      parent.add(list);
      if (above) above.list = list;
      else this.#list = list;
    }
    const item = this.#document.struct('LI');
    const body = this.#document.struct('LBody');
    list.add(item);
    item.add(body);
    body.add(words);
    this.#items.push({ item, body, list: null });
  }

  #addEntry(link: Element): void {
    if (!this.#contents) {
      this.#contents = this.#document.struct('TOC');
      this.#sectionNow().add(this.#contents);
    }
    const entry = this.#document.struct('TOCI');
    this.#contents.add(entry);
    entry.add(link);
  }

  #link(place: string, element: Element, top: number, rows: FlowRun['rows']): void {
    const height = rows.reduce((sum, row) => sum + row.height, 0);
    const width = PAPER.width - PAPER.left - PAPER.right;
    this.#document.goTo(PAPER.left, top, width, height, place, {
      structParent: element,
      Contents: new String(place),
    } as unknown as PDFKit.Mixins.AnnotationOption);
  }

  #sectionNow(): Element {
    return this.#section ?? this.#root;
  }

  /** Closes the items that are deeper. */
  #endItems(depth: number): void {
    for (const { item } of this.#items.splice(depth).reverse()) item.end();
  }

  #endList(): void {
    this.#endItems(0);
    this.#list?.end();
    this.#list = null;
  }

  #endSection(): void {
    this.#endList();
    this.#contents = null;
    this.#section?.end();
    this.#section = null;
  }
}

/** pdfkit does not escape the title in its XML metadata; in the document's info dictionary it must not be escaped. */
function escapeMetadata(document: Document): void {
  const inside = document as unknown as { info: { Title: string }; _addInfo(): void };
  const addInfo = inside._addInfo;
  inside._addInfo = () => {
    const { Title } = inside.info;
    inside.info.Title = escapeXml(Title);
    addInfo.call(document);
    inside.info.Title = Title;
  };
}

function tagOf({ role }: Block): string {
  if (role.kind === 'item') return 'P';
  return role.kind === 'entry' ? 'Link' : role.kind;
}
