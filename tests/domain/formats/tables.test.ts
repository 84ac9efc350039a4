import { parse } from 'csv-parse/sync';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { CONTEXT_COLUMNS } from '#domain/formats/csv/csv-set.ts';
import { withChosenActs } from '#domain/formats/exports/chosen-acts.ts';
import { withPeople } from '#domain/formats/exports/people-in-file.ts';
import { type ReportSection, USUAL_SECTIONS } from '#domain/formats/exports/report-sections.ts';
import type { FormatName } from '#domain/formats/formats.ts';
import { readFormat } from '#domain/formats/formats.ts';
import {
  aDebate,
  agree,
  articleOf,
  cite,
  citePassage,
  comment,
  editTo,
  everythingOf,
  hide,
  merge,
  newClaim,
  retract,
  SOURCE,
  seal,
  targetOf,
} from '../../support/debate-builder.ts';
import { written } from '../../support/exchanged.ts';
import { aDebateIn, VOTING } from '../../support/phased-debate.ts';

const NAMES = new Map(['olga', 'mona', 'dana', 'emil'].map((id) => [id, `Called ${id}`]));

function filesOf(format: FormatName, state: DebateState): ReadonlyMap<string, string> {
  const files = unzipSync(written(format, { state, names: NAMES, kept: [] }));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

type Row = Readonly<Record<string, string>>;

function rowsOf(files: ReadonlyMap<string, string>, name: string): Row[] {
  return parse(files.get(name) ?? '', { bom: true, columns: true });
}

describe('our own tables', () => {
  const debate = aDebate()
    .does('dana', cite('c-a'), comment({ commentId: 'm-l', on: targetOf('l-b'), text: 'A leap' }))
    .does('dana', newClaim('x', 'west', { text: 'Another', positionId: 'west' }));
  const files = filesOf('csv', debate.projection('mona'));
  const [claims, comments, links, votes, citations] = [
    'claims',
    'comments',
    'links',
    'votes',
    'citations',
  ].map((name) => rowsOf(files, `${name}.csv`));
  const claim = (id: string) => claims?.find(({ claim_id }) => claim_id === id);

  test('[EX4] say where each claim stands, what it answers and which position holds it, in words', () => {
    expect(claim('c-a')).toMatchObject({ outline_number: '1.1', parent_text: 'East', position_name: 'East' });
    expect(claim('c-b')).toMatchObject({ outline_number: '1.1.1', parent_text: 'one two three' });
    expect(claim('c-u')).toMatchObject({ outline_number: '1.1.1.1', parent_text: 'four five six' });
    expect(claim('c-x')).toMatchObject({ outline_number: '2.2', parent_text: 'West', position_name: 'West' });
  });

  test('say what comments, links, votes and citations are about', () => {
    expect(comments).toMatchObject([
      { on_number: '1.1', on_text: 'one two three', text: 'Why?' },
      { on_number: '1.1.1', on_text: 'four five six', text: 'A leap' },
    ]);
    expect(links).toMatchObject([
      { from_number: '2.1', target_number: '1.1.1', target_text: 'four five six' },
    ]);
    expect(votes).toEqual([]);
    const emils = filesOf('csv', debate.projection('emil'));
    expect(rowsOf(emils, 'votes.csv')).toMatchObject([{ claim_id: 'c-a', claim_number: '1.1' }]);
    expect(citations).toMatchObject([{ claim_number: '1.1', source_title: 'A source' }]);
  });

  test('[EX4] have a row for each thing that an act of moderation is about', () => {
    const hidden = aDebate().does('mona', hide('c-b', 'c-d'));
    const acts = rowsOf(filesOf('csv', hidden.projection('mona')), 'moderation.csv');
    expect(acts.map(({ seq, on }) => [seq, on])).toEqual([
      [acts[0]?.seq, 'c-b'],
      [acts[0]?.seq, 'c-d'],
    ]);
  });

  test('[EX4] keep hidden comments hidden, and those on a merged claim with the one it is merged into', async () => {
    const later = { on: targetOf('c-d'), text: 'Merged along' };
    const hiding = aDebate()
      .does('dana', newClaim('x', 'west'), comment({ commentId: 'm-d', ...later }))
      .does('emil', comment({ commentId: 'm-r', replyTo: 'm-a', text: 'A reply' }))
      .does('mona', merge('c-d', 'c-x'), hide('m-a'));
    const state = hiding.projection('mona');
    const rows = rowsOf(filesOf('csv', state), 'comments.csv');
    expect(rows.map((row) => [row.comment_id, row.on_id, row.state]).sort()).toEqual([
      ['m-a', 'c-a', 'hidden'],
      ['m-d', 'c-x', ''],
      ['m-r', 'c-a', 'under_hidden'],
    ]);
    const back = await readFormat('csv', written('csv', { state, names: NAMES, kept: [] }));
    expect([...back.state.comments.values()].map(({ text }) => text)).toEqual(['Merged along']);
    expect(back.setAside.filter(({ why }) => why === 'not_public')).toHaveLength(2);
  });

  test('are read back after a merge, whatever the merged claims cite, and say what a claim cannot cite', async () => {
    const article = Array.from({ length: 13 }, (_, at) => `pro${at + 1}. con${at + 1}.`).join(' ');
    const merging = aDebate().does('olga', articleOf('s-a', ['', article]));
    for (let nth = 1; nth <= 13; nth += 1)
      merging
        .does('dana', { ...SOURCE, sourceId: `s-d${nth}` }, cite('c-a', `s-d${nth}`))
        .does('emil', { ...SOURCE, sourceId: `s-e${nth}` }, cite('c-d', `s-e${nth}`))
        .does('dana', citePassage(`q-d${nth}`, 'c-a', [article, `pro${nth}.`]))
        .does('emil', citePassage(`q-e${nth}`, 'c-d', [article, `con${nth}.`]));
    const state = merging.does('mona', merge('c-d', 'c-a')).projection('mona');
    const back = await readFormat('csv', written('csv', { state, names: NAMES, kept: [] }));
    expect(back.state.claims.get('c-a')?.sources).toHaveLength(20);
    expect(back.state.citations.get('c-a')?.passages).toHaveLength(20);
    expect(back.state.sources.size).toBe(27);
    // 27 sources and 26 passages were cited.
    expect(back.setAside.filter(({ why }) => why === 'too_many_cited')).toHaveLength(7 + 6);
  });

  test('[EX4] give back which comments are resolved', async () => {
    const state = aDebate()
      .does('dana', comment({ commentId: 'm-l', on: targetOf('l-b'), text: 'A leap' }))
      .does('mona', { type: 'comment.resolve', commentId: 'm-l', resolved: true })
      .projection('mona');
    const back = await readFormat('csv', written('csv', { state, names: NAMES, kept: [] }));
    expect([...back.state.comments.values()].map(({ id, resolved }) => [id, resolved])).toEqual([
      ['m-a', false],
      ['m-l', true],
    ]);
  });

  test('[EX4] are read back as a spreadsheet saves them, with TRUE and FALSE', async () => {
    const state = aDebate()
      .does('dana', retract('c-a'))
      .does('mona', { type: 'comment.resolve', commentId: 'm-a', resolved: true })
      .projection('mona');
    const read = (change: (line: string) => string) =>
      readFormat(
        'csv',
        zipSync(
          Object.fromEntries(
            [...filesOf('csv', state)].map(([name, text]) => [name, strToU8(text.replace(/.+/g, change))]),
          ),
        ),
      );
    const back = await read((line) => line.replace(/,(true|false)(?=,)/g, (cell) => cell.toUpperCase()));
    expect(back.state.claims.get('c-a')?.retracted).toBe(true);
    expect(back.state.comments.get('m-a')?.resolved).toBe(true);
    expect(back.setAside).toEqual([]);
    const odd = await read((line) => (line.startsWith('c-a,') ? line.replace(/,true,/, ',perhaps,') : line));
    expect(odd.state.claims.get('c-a')?.retracted).toBe(false);
    expect(odd.setAside).toEqual([{ why: 'unknown_value', what: 'perhaps', line: 2 }]);
  });

  test('[EX4] give back no vote on an earlier wording as one on the current wording', async () => {
    const voted = aDebate().does('olga', agree('c-d')).does('olga', agree('c-b'));
    const state = voted
      .does('dana', editTo(voted.state, 'c-b', 'Not that'))
      .does(SYSTEM, seal('c-b'))
      .projection('olga');
    expect(state.claims.get('c-b')?.tally).toMatchObject({ agree: 1, earlier: 1 });
    const back = await readFormat('csv', written('csv', { state, names: NAMES, kept: [] }));
    expect([...back.state.votes.keys()]).toEqual(['c-d']);
    expect(back.setAside).toEqual([{ why: 'earlier_wording', what: 'c-b', line: 3 }]);
  });

  test('[EX4] say of a claim that was merged that another one stands for it', async () => {
    const state = aDebate().does('mona', merge('c-d', 'c-a')).projection('olga');
    const { setAside } = await readFormat('csv', written('csv', { state, names: NAMES, kept: [] }));
    expect(setAside).toContainEqual(expect.objectContaining({ why: 'merged', what: 'seven' }));
  });

  test('[EX4] have the moderation log only if it was chosen, and its notes only if they were', () => {
    const { reason, note } = { reason: 'spam', note: 'Twice already.' };
    const hidden = aDebate().does('mona', { type: 'content.hide', ids: ['c-b'], reason, note });
    const log = (sections: readonly ReportSection[]) =>
      rowsOf(filesOf('csv', withChosenActs(hidden.projection('mona'), sections)), 'moderation.csv').map(
        (row) => [row.on, row.reason, row.note],
      );
    expect(log(USUAL_SECTIONS)).toEqual([]);
    expect(log(['moderation'])).toEqual([['c-b', reason, '']]);
    expect(log(['moderation', 'notes'])).toEqual([['c-b', reason, note]]);
  });

  test('[EX4] are read back without the columns that are for people', async () => {
    const plain = [...files].map(([name, text]) => {
      const rows: string[][] = parse(text, { bom: true });
      const left = rows[0]?.map((column) => !CONTEXT_COLUMNS.has(column)) ?? [];
      const cell = (value: string) => `"${value.replaceAll('"', '""')}"`;
      const lines = rows.map((row) =>
        row
          .filter((_, at) => left[at])
          .map(cell)
          .join(','),
      );
      return [name, new TextEncoder().encode(lines.join('\r\n'))] as const;
    });
    const [whole, without] = await Promise.all(
      [
        written('csv', { state: debate.projection('mona'), names: NAMES, kept: [] }),
        zipSync(Object.fromEntries(plain)),
      ].map((bytes) => readFormat('csv', bytes)),
    );
    expect(everythingOf((without as typeof whole)?.state as DebateState)).toEqual(
      everythingOf(whole?.state as DebateState),
    );
  });
});

describe('the tables of Polis', () => {
  const summaryOf = (files: ReadonlyMap<string, string>) =>
    Object.fromEntries(parse(files.get('summary.csv') ?? '', { relax_column_count: true })) as Row;

  test('[EX2] leave out who voted how where it is not known, and say so', () => {
    const debate = aDebate().does('dana', agree('c-a')).does('olga', agree('c-d'));
    for (const who of ['mona', 'emil', null]) {
      const files = filesOf('polis', debate.projection(who));
      expect([...files.keys()].sort()).toEqual(['README.txt', 'comments.csv', 'summary.csv']);
      expect(files.get('README.txt')).toContain('votes.csv, participant-votes.csv and the number of voters');
      const summary = summaryOf(files);
      for (const column of ['voters', 'voters-in-conv', 'groups']) expect(summary).not.toHaveProperty(column);
      expect(summary).toMatchObject({ comments: '4', commenters: '2' });
      // Totals are shown, so they are there.
      const comments = rowsOf(files, 'comments.csv');
      expect(comments.find((row) => row['comment-body'] === 'one two three')).toMatchObject({ agrees: '2' });
    }
  });

  test('hold every vote of a debate that has them all', () => {
    const files = filesOf('polis', aDebate().state);
    expect(summaryOf(files)).toMatchObject({ voters: '1', 'voters-in-conv': '1' });
    expect(rowsOf(files, 'votes.csv')).toHaveLength(1);
    expect(files.get('README.txt')).toContain('Times of votes');
  });

  test('[EX2] have no total where none is shown, and never 0 in its place', () => {
    const debate = aDebateIn(VOTING).does('dana', agree('c-a'));
    for (const who of ['mona', 'dana', null]) {
      const files = filesOf('polis', debate.projection(who));
      expect(files.has('votes.csv')).toBe(false);
      expect(files.get('README.txt')).toContain('totals that are not shown');
      for (const row of rowsOf(files, 'comments.csv'))
        expect([row.agrees, row.disagrees, row['comment-body']]).toEqual(['', '', row['comment-body']]);
    }
  });

  test('leave out retracted claims, as the analysis does, and merged ones', () => {
    const debate = aDebate()
      .does('dana', newClaim('x', 'west'))
      .does('mona', merge('c-x', 'c-a'), retract('c-d'));
    const bodies = rowsOf(filesOf('polis', debate.projection('mona')), 'comments.csv').map(
      (row) => row['comment-body'],
    );
    const { claims } = debate.state;
    expect(bodies).toContain(claims.get('c-a')?.text);
    for (const id of ['c-d', 'c-x']) expect(bodies).not.toContain(claims.get(id)?.text);
  });

  test('name no author where people are left out, and are read back', async () => {
    const debate = { ...withPeople(aDebate().projection('mona'), NAMES, 'none') };
    const bytes = written('polis', debate);
    const files = new Map(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
    expect(rowsOf(files, 'comments.csv').map((row) => row['author-id'])).toEqual(['', '', '', '']);
    expect(summaryOf(files)).not.toHaveProperty('commenters');
    expect(files.get('README.txt')).toContain('authors who are not named');
    expect((await readFormat('polis', bytes)).state.claims.size).toBe(4);
  });
});
