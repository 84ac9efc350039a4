/** The fields a column of a table of claims may contain. */
export const TABLE_FIELDS = ['text', 'id', 'parent', 'relation', 'position', 'author', 'source'] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** Names of the columns that hold each field. A field without a column is not in the table. */
export type TableColumns = Readonly<Partial<Record<TableField, string>>>;

/** The beginning of a table, and the detected fields of its columns. */
export interface TablePreview {
  readonly columns: readonly string[];
  /** Its first rows, their cells shortened. */
  readonly rows: readonly (readonly string[])[];
  readonly taken: TableColumns;
}

/** Recognized headings, in lower case and without signs. The first one in a table is used. */
const HEADINGS: Readonly<Record<TableField, readonly string[]>> = {
  text: ['claim', 'text', 'statement', 'argument', 'commentbody', 'comment', 'content', 'wording', 'idea'],
  id: ['id', 'claimid', 'commentid', 'number', 'outlinenumber', 'no', 'nr', 'key'],
  parent: [
    'replyto',
    'repliesto',
    'inreplyto',
    'parent',
    'parentid',
    'targetid',
    'target',
    'answers',
    'under',
  ],
  relation: ['fororagainst', 'relation', 'procon', 'stance', 'side', 'type', 'kind'],
  position: ['position', 'positionname', 'thesis', 'camp'],
  author: ['author', 'authorname', 'name', 'person', 'participant', 'writer'],
  source: ['source', 'sources', 'url', 'link', 'reference', 'citation'],
};

/** The fields of columns, by their headings. */
export function columnsByHeadings(columns: readonly string[]): TableColumns {
  const known = new Map(
    columns.map((name) => [name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''), name] as const).reverse(),
  );
  return Object.fromEntries(
    TABLE_FIELDS.flatMap((field) => {
      const heading = HEADINGS[field].find((each) => known.has(each));
      return heading === undefined ? [] : [[field, known.get(heading)]];
    }),
  );
}

/** True if a text begins with cells between tabs, or with headings of a table of claims. */
export function beginsAsTable(text: string): boolean {
  const [first = '', ...others] = text.split('\n');
  if (!others.some((line) => line.trim() !== '')) return false;
  // Word processors put a tab behind the sign of a list.
  const cells = first.replace(/^[^\p{L}\s]{1,5}\t/u, '').trim();
  if (cells.includes('\t')) return true;
  return [',', ';'].some((sign) => {
    const names = first.split(sign);
    return names.length > 1 && columnsByHeadings(names).text !== undefined;
  });
}
