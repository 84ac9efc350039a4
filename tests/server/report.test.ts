import { describe, expect, test } from 'vitest';
import { mentionOf, referenceTo } from '../../domain/debate/comments/mentions.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { argumentMapOf } from '../../domain/formats/argument-map.ts';
import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
import { debateForExport } from '../../domain/formats/exports/debate-for-export.ts';
import { type PeopleInFile, withPeople } from '../../domain/formats/exports/people-in-file.ts';
import { REPORT_SECTIONS, type ReportSection } from '../../domain/formats/exports/report-sections.ts';
import { REPORT } from '../../server/rendering/report/report-words.ts';
import { type ReportOptions, writeReport } from '../../server/rendering/report/write-report.ts';
import { anyDebate, PEOPLE } from '../support/any-debate.ts';
import {
  aDebate,
  articleOf,
  citePassage,
  comment,
  hide,
  meet,
  newClaim,
  retract,
  targetOf,
} from '../support/debate-builder.ts';
import { drawn } from '../support/drawn.ts';
import { debateSaying, wordsToDraw } from '../support/exchanged.ts';
import { addTask } from '../support/made-tasks.ts';
import { aDebateIn, VOTING } from '../support/phased-debate.ts';
import { readPdf } from '../support/read-pdf.ts';

const report = async (debate: ExchangedDebate, options?: ReportOptions) =>
  readPdf(await drawn(writeReport(debate, options)));
const plain = (text: string) => text.replace(/\s+/g, '');
const NAMES = new Map(PEOPLE.map((id) => [id, `Called ${id}`]));

/** A debate of so many claims, chains and fans. */
function wide(claims: number): ExchangedDebate {
  const builder = aDebate();
  for (let at = 0; at < claims; at += 1) {
    const under = at === 0 ? 'west' : at % 3 === 0 ? 'east' : `c-k${Math.floor(at / 2)}`;
    builder.does('dana', newClaim(`k${at}`, under, { text: `Claim number ${at} says something of its own` }));
  }
  return { state: builder.state, names: NAMES, kept: [] };
}

describe.each(wordsToDraw())('with %j in it', (words) => {
  test('the report holds these words as words: no link, no action, no script', async () => {
    const debate = debateSaying(words);
    const bytes = Buffer.from(await drawn(writeReport(debate))).toString('latin1');
    // Compressed streams may hold any bytes by chance. No action is in one unless objects are (ObjStm).
    const objects = bytes.replace(/\bstream\r?\n.*?\r?\nendstream/gs, '');
    expect(objects).not.toMatch(
      /\/(ObjStm|JavaScript|JS|Launch|URI|SubmitForm|EmbeddedFile|OpenAction|AA)\b/,
    );
    const metadata = bytes.slice(bytes.indexOf('<?xpacket begin'), bytes.indexOf('<?xpacket end'));
    expect(metadata).not.toMatch(/<script|<img|<b>/);
    const { title } = await readPdf(Buffer.from(bytes, 'latin1'));
    expect(plain(title)).toBe(plain(debate.state.head?.motion ?? ''));
  });
});

describe('a report', () => {
  test.each([1, 2, 3])(
    'of any debate (%i) has every claim, comment and source, each with its number',
    async (seed) => {
      const builder = anyDebate(seed);
      const debate = { state: builder.projection('mona'), names: NAMES, kept: [] };
      const { pages } = await report(debate);
      const text = plain(pages.join(''));
      const { claims, comments, sources, positions } = argumentMapOf(debate);
      for (const { text: words, number } of claims) {
        expect(text).toContain(plain(words));
        expect(text).toContain(`${number}·`);
      }
      for (const { comment } of comments) expect(text).toContain(plain(comment.text));
      for (const { title } of sources) expect(text).toContain(plain(title));
      for (const { name } of positions) expect(text).toContain(plain(name));
    },
  );

  test('contents and bookmarks lead to the pages that say so of themselves', async () => {
    const { pages, bookmarks, links } = await report(wide(120));
    const contents = pages[1] ?? '';
    expect(contents).toContain('Contents');
    const sections = bookmarks.filter(({ level, page }) => level === 0 && page > 1);
    expect(sections.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Results', 'Map', 'Positions and claims', 'Participants', 'Timeline']),
    );
    for (const { title, page } of sections) {
      const there = pages[page - 1] ?? '';
      expect(there).toContain(title);
      // Its number at its foot, and behind its title in the contents.
      expect(there.split(/\s+/)).toContain(`${page}`);
      expect(plain(contents)).toContain(`${plain(title)}${page}`);
    }
    const positions = bookmarks.filter(({ level }) => level === 1);
    const targets = [...sections, ...positions]
      .filter(({ title }) => title !== 'Contents')
      .map(({ page }) => page);
    expect([...links].sort((a, b) => a - b)).toEqual(targets.sort((a, b) => a - b));
    expect(positions.map(({ title }) => title)).toEqual(expect.arrayContaining(['West', 'East']));
  });

  test('its structure is tagged: headings, lists in lists, pictures with words, a language', async () => {
    const { tags, alternatives, language } = await report(wide(30));
    const all = tags.flat();
    for (const path of ['H1', 'H2', 'P', 'TOC/TOCI/Link', 'L/LI/LBody/P', 'LBody/L/LI/LBody/P', 'Figure'])
      expect(
        all.some((tag) => tag.endsWith(`/${path}`)),
        path,
      ).toBe(true);
    expect(alternatives.join()).toContain('Claim number 7 says something of its own');
    expect(language).toBe('en');
  });

  test('a large map is divided: each of its claims is on a sheet, with its number there and in the overview', async () => {
    const debate = wide(60);
    const { pages, bookmarks } = await report(debate);
    const from = bookmarks.find(({ title }) => title === 'Map')?.page ?? 0;
    const to = bookmarks.find(({ title }) => title === 'Positions and claims')?.page ?? 0;
    expect(to - from).toBeGreaterThan(2);
    const sheets = plain(pages.slice(from - 1, to - 1).join(''));
    for (let at = 0; at < 60; at += 1) expect(sheets).toContain(plain(`Claim number ${at} says`));
    const overview = (pages[from - 1] ?? '').split(/\s+/);
    const words = pages
      .slice(from, to - 1)
      .join(' ')
      .split(/\s+/);
    for (const { number } of argumentMapOf(debate).claims) {
      expect(overview).toContain(number);
      expect(words).toContain(number);
    }
  });

  test('cards say on which sheets the map goes on; no sheet is turned for a single card', async () => {
    const { pages, bookmarks } = await report(wide(60));
    const from = bookmarks.find(({ title }) => title === 'Map')?.page ?? 0;
    const to = bookmarks.find(({ title }) => title === 'Positions and claims')?.page ?? 0;
    // The first is the picture of the whole.
    const sheets = pages.slice(from, to - 1).map((text) => ({
      claims: [...text.matchAll(/Claim number (\d+)/g)].map(([, number]) => Number(number)),
      leads: [...text.matchAll(/‹\s*(\d+)/g)].map(([, number]) => Number(number)),
      onTo: [...text.matchAll(/([\d, ]+)\s›/g)].flatMap(([, numbers = '']) => numbers.split(',').map(Number)),
    }));
    expect(Math.min(...sheets.map(({ claims }) => claims.length))).toBeGreaterThan(1);
    for (const [at, { onTo }] of sheets.entries())
      for (const next of onTo) expect(sheets[next - 1]?.leads).toContain(at + 1);
    expect(sheets.flatMap(({ onTo }) => onTo).length).toBeGreaterThan(0);
  });

  test('a debate of a day is charted by the hour, a longer one by the day', async () => {
    const hour = 60 * 60 * 1_000;
    const textWith = async (step: number) => {
      const { state } = wide(6);
      const claims = [...state.claims.values()];
      const spread = claims.reduce(
        (all, claim, at) => all.set(claim.id, { ...claim, at: at * step }),
        state.claims,
      );
      const { pages } = await report({ state: { ...state, claims: spread }, names: NAMES, kept: [] });
      return pages.at(-1) ?? '';
    };
    // Six, and the three that such a debate begins with.
    expect((await textWith(hour)).match(/1 claim added within the hour/g)).toHaveLength(9);
    expect((await textWith(24 * hour)).match(/1 claim added(?! within)/g)).toHaveLength(9);
  });

  test('the timeline is in the order of the times it shows, and leaves out what there is none of', async () => {
    const debate = aDebate();
    const at = (minute: number, who: string, operation: Operation) => {
      debate.now = minute * 60_000;
      debate.does(who, operation);
    };
    at(20, 'olga', meet(true));
    at(70, 'dana', comment());
    at(80, 'olga', meet(false));
    const { pages } = await report({ state: debate.state, names: NAMES, kept: [] });
    const rows = [...(pages.at(-1) ?? '').matchAll(/1970 at (\d+:\d\d [AP]M)\s+([^\n]+)/g)];
    expect(rows.map(([, time, said]) => `${time} ${said}`)).toEqual([
      '12:00 AM Debate created.',
      '12:00 AM 4 claims, 1 comment added within the hour',
      '12:20 AM Meeting 1 started.',
      '1:10 AM 1 comment added within the hour',
      '1:20 AM Meeting 1 ended.',
    ]);
  });

  test('the timeline has room for the longest of dates', async () => {
    const debate = aDebate();
    debate.now = Date.UTC(2026, 8, 28, 12, 58);
    debate.does('dana', comment());
    const { pages } = await report({ state: debate.state, names: NAMES, kept: [] });
    expect(pages.at(-1)).toMatch(/September 28, 2026 at 12:58 PM\s+1 comment added/);
  });

  test('Chinese, Arabic, Hebrew, Hindi and emoji are there to be read', async () => {
    for (const words of [
      '关税提高价格，消费者受损。',
      'שלום עולם',
      'الرسوم الجمركية',
      'हिन्दी में है',
      'ferry 🚢 at night',
    ]) {
      const { pages } = await report(debateSaying(words));
      const letters = (text: string) => [...plain(text)].sort().join('');
      const text = letters(pages.join(''));
      for (const character of plain(words)) expect(text, words).toContain(character);
    }
  });

  const titlesOf = ({ bookmarks }: Awaited<ReturnType<typeof report>>) => bookmarks.map(({ title }) => title);

  test('[EX1] has the moderation log only if asked for, and only for a reader who may see it', async () => {
    const builder = anyDebate(2);
    expect(builder.projection('mona').moderationLog.size).toBeGreaterThan(0);
    const of = async (who: string, sections?: readonly ReportSection[]) =>
      titlesOf(
        await report({ state: builder.projection(who), names: NAMES, kept: [] }, sections && { sections }),
      );
    expect(await of('mona')).not.toContain('Moderation log');
    expect(await of('mona', REPORT_SECTIONS)).toContain('Moderation log');
    expect(await of('dana', REPORT_SECTIONS)).not.toContain('Moderation log');
  });

  test('[EX1] prints moderators’ notes only if asked for, and calls a person a person', async () => {
    const mute = { type: 'participant.mute', participantId: 'dana', muted: true } as const;
    const { state } = aDebate().does('mona', { ...mute, reason: 'disruptive' }, hide('c-b'));
    const of = async (sections: readonly ReportSection[], names: ReadonlyMap<string, string> = NAMES) =>
      (await report({ state, names, kept: [] }, { sections })).pages.join('');
    const log = await of(['moderation']);
    expect(log).toContain('Muted: Called dana');
    expect(log).not.toContain('Say it kindly');
    expect(await of(['moderation', 'notes'])).toContain('Say it kindly');
    const unnamed = await of(['moderation', 'notes'], new Map());
    expect(unnamed).toContain('Muted: a person not named in this report');
    expect(unnamed).not.toContain('a contribution');
    const { state: none, names } = withPeople(state, NAMES, 'none');
    const anonymous = await report({ state: none, names, kept: [] }, { sections: ['moderation'] });
    expect(anonymous.pages.join('')).not.toContain('a contribution');
  });

  test('[EX1] names what moderators retracted, and questions that they hid', async () => {
    const { state } = aDebate()
      .does('dana', { type: 'question.ask', questionId: 'u-n', text: 'Who pays for it?' })
      .does('dana', comment({ commentId: 'm-n', text: `${mentionOf('emil')} says ${referenceTo('c-d')}` }))
      .does('mona', retract('c-b'), hide('u-n'), hide('m-n'));
    const { pages } = await report({ state, names: NAMES, kept: [] }, { sections: ['moderation'] });
    const log = plain(pages.join(''));
    // Its argument keeps it on the map, so it has a number.
    expect(log).toContain(plain('Retracted: 1.1.1 “four five six”'));
    expect(log).toContain(plain('Hidden: “Who pays for it?”'));
    expect(log).toContain(plain('Hidden: “@Called emil says “seven””'));
  });

  test('[TK11] counts how many people have done a task only with everyone, and everything, in it', async () => {
    const { state } = aDebate()
      .does('olga', addTask('t-n', 'claims', 1))
      .does('dana', newClaim('n', 'west'));
    const of = async (people: PeopleInFile, branch: string | null = null) => {
      const debate = debateForExport(state, { people, branch, called: NAMES }, []);
      return plain((await report(debate, { sections: ['results'] })).pages.join(''));
    };
    const counted = plain(REPORT.taskDone(1, 2));
    expect(await of('names')).toContain(counted);
    for (const text of [await of('none'), await of('names', 'east')]) {
      expect(text).toContain(plain(REPORT.tasks));
      expect(text).not.toContain(plain('of 0'));
      expect(text).not.toContain(plain(REPORT.taskDone(0, 2)));
    }
  });

  test('[EX1] has the sections chosen, in contents and bookmarks alike', async () => {
    const titles = titlesOf(await report(wide(20), { sections: ['timeline', 'positions'] }));
    expect(titles.slice(1).filter((title) => !/^\d|West|East/.test(title))).toEqual([
      'Positions and claims',
      'Timeline',
    ]);
  });

  test('prints the words of a source that a claim cites, and what comments are on', async () => {
    const article = 'The plan has ten sectors. It has no date for any of them.';
    const { state } = aDebate()
      .does('olga', articleOf('s-a', ['', article]))
      .does('dana', citePassage('q-a', 'c-a', [article, 'It has no date for any of them.']))
      .does('dana', comment({ commentId: 'm-l', on: targetOf('l-b'), text: 'A leap' }));
    const { pages } = await report({ state, names: NAMES, kept: [] });
    const text = plain(pages.join(''));
    expect(text).toContain(plain('“It has no date for any of them.” (source 1)'));
    expect(text).toContain(plain('On 1.1 one two three Why?'));
    expect(text).toContain(plain('On the link of 1.1.1 four five six A leap'));
  });

  test('sets comments with their formatting, not with its signs', async () => {
    const text =
      'I see **two points**:\n\n1. The *subsidies* are `old`\n2. [This](https://a.example/b) counts\n\n> No price';
    const { state } = aDebate().does('dana', comment({ commentId: 'm-f', text }));
    const { pages } = await report({ state, names: NAMES, kept: [] });
    const page = plain(pages.join(''));
    for (const words of [
      'I see two points:',
      '1.The subsidies are old',
      'This (https://a.example/b) counts',
      'No price',
    ])
      expect(page).toContain(plain(words));
    expect(page).not.toMatch(/[*`>]|\]\(/);
    const numbered = aDebate().does(
      'dana',
      comment({ commentId: 'm-n', text: '998. one\n999. two\n1000. three' }),
    );
    const { pages: listed } = await report({ state: numbered.state, names: NAMES, kept: [] });
    expect(plain(listed.join(''))).toContain('998.one999.two1000.three');
  });

  test.each([3, 14, 25, 40, 60])('[EX3] of %i claims ends on no page with a few lines', async (claims) => {
    const { pages, bookmarks } = await report(wide(claims));
    const map = bookmarks.find(({ title }) => title === 'Map')?.page ?? 0;
    const text = bookmarks.find(({ title }) => title === 'Positions and claims')?.page ?? 0;
    for (const page of [...pages.slice(1, map - 1), ...pages.slice(text - 1)])
      expect(page.split('\n').length, page).toBeGreaterThan(9);
  });

  test('[EX2] says that votes are not shown where they are hidden, and never that there are none', async () => {
    const debate = aDebateIn(VOTING);
    for (const state of [debate.projection('dana'), debate.projection(null)]) {
      const [cover = ''] = (await report({ state, names: NAMES, kept: [] })).pages;
      expect(cover).toContain('votes are not shown');
      expect(cover).not.toContain('0 votes');
    }
  });

  test('opinion groups are reported: what each holds, what all share and what divides them', async () => {
    const { state } = aDebate();
    const answer = { agree: 9, disagree: 1, answered: 10 };
    const group = {
      size: 10,
      center: [0, 0],
      spread: [1, 1],
      turn: 0,
      holds: [{ id: 'c-a', side: 'agree' }],
    } as const;
    const opinions = {
      kind: 'groups',
      people: 20,
      places: [],
      groups: [group, { ...group, holds: null }, null],
      statements: [{ id: 'c-b', consensus: 0.5, byGroup: [answer, answer, null] }],
      shared: ['c-b'],
      dividing: [],
      silhouettes: [],
    } as const;
    const { pages, bookmarks } = await readPdf(
      await drawn(writeReport({ state, names: NAMES, kept: [] }, { opinions })),
    );
    const page = pages[(bookmarks.find(({ title }) => title === 'Opinion groups')?.page ?? 0) - 1] ?? '';
    for (const words of [
      '20 people in 2 opinion groups',
      'Group A: 10 people',
      'one two three',
      'agrees',
      'Group B: 10 people',
      'Where the groups shown agree',
      'four five six',
      'A: 9 of 10 agree · B: 9 of 10 agree',
    ])
      expect(plain(page)).toContain(plain(words));
    const kept = await readPdf(
      await drawn(
        writeReport({ state, names: NAMES, kept: [] }, { opinions: { kind: 'kept', why: 'voting' } }),
      ),
    );
    expect(kept.pages.join('')).toContain('hidden while people vote');
    // Of a secret ballot there may be no groups because too few voted, or because all vote alike.
    const secret = await readPdf(
      await drawn(
        writeReport({ state, names: NAMES, kept: [] }, { opinions: { kind: 'kept', why: 'secret' } }),
      ),
    );
    expect(plain(secret.pages.join(''))).toContain(
      plain('This ballot was secret, and no groups can be shown.'),
    );
  });

  test('people are named as the file is asked to', async () => {
    const { state } = anyDebate(1);
    const as = async (choice: 'names' | 'pseudonyms' | 'none') =>
      (await report(withPeople(state, NAMES, choice))).pages.join('');
    expect(await as('names')).toContain('Called dana');
    expect(await as('pseudonyms')).not.toContain('Called');
    expect(await as('pseudonyms')).toContain('Person');
    const none = await as('none');
    expect(none).not.toMatch(/Called|Person \d/);
  });

  test('an empty debate is a report, too', async () => {
    const { pages } = await report({ state: EMPTY_STATE, names: new Map(), kept: [] });
    expect(pages.length).toBeGreaterThan(1);
  });
});
