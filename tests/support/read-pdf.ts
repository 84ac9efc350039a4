import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The content of a PDF, as another program finds it. */
export interface ReadPdf {
  readonly pages: readonly string[];
  /** Width and height of each page, in points. */
  readonly sizes: readonly (readonly [number, number])[];
  /** Bookmarks, each with its level and the page it leads to, from 1. */
  readonly bookmarks: readonly { title: string; level: number; page: number }[];
  readonly title: string;
  readonly language: string | null;
  /** The tags of each page's structure, as they stand in each other. */
  readonly tags: readonly string[][];
  /** The alternative texts of pictures. */
  readonly alternatives: readonly string[];
  /** Pages that links lead to, from 1. */
  readonly links: readonly number[];
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

/** Reads a PDF with Mozilla's own reader. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await loading.promise;
  try {
    const pages: string[] = [];
    const sizes: [number, number][] = [];
    const tags: string[][] = [];
    const alternatives: string[] = [];
    const links: number[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      sizes.push([width, height]);
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      const found: string[] = [];
      const look = (node: Node, path: string): void => {
        const here = node.role && node.role !== 'Root' ? `${path}/${node.role}` : path;
        if (here !== path) found.push(here);
        if (node.alt) alternatives.push(node.alt);
        for (const child of node.children ?? []) look(child, here);
      };
      look(((await page.getStructTree()) ?? {}) as Node, '');
      tags.push(found);
      for (const { subtype, dest } of await page.getAnnotations()) {
        const [there] = (subtype === 'Link' && (await pdf.getDestination(dest))) || [];
        if (there) links.push((await pdf.getPageIndex(there)) + 1);
      }
    }
    const bookmarks: { title: string; level: number; page: number }[] = [];
    const walk = async (items: Awaited<ReturnType<typeof pdf.getOutline>>, level: number): Promise<void> => {
      for (const { title, dest, items: below } of items ?? []) {
        const page = Array.isArray(dest) ? (await pdf.getPageIndex(dest[0])) + 1 : 0;
        bookmarks.push({ title, level, page });
        await walk(below, level + 1);
      }
    };
    await walk(await pdf.getOutline(), 0);
    const { info } = await pdf.getMetadata();
    const about = info as { Title?: string; Language?: string };
    return {
      pages,
      sizes,
      bookmarks,
      tags,
      alternatives,
      links,
      title: about.Title ?? '',
      language: about.Language ?? null,
    };
  } finally {
    await loading.destroy();
  }
}
