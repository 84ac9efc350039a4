import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { GET } from '../../app/api/debates/[id]/export/route.ts';
import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
import {
  KIT_BALLOT,
  KIT_SHEETS,
  type KitChoice,
  type KitSheet,
} from '../../domain/formats/exports/paper-kit.ts';
import { claimCode } from '../../domain/search/claim-code.ts';
import { parley } from '../../server/handle.ts';
import { qrCode } from '../../server/rendering/kit/card.ts';
import { writeKit } from '../../server/rendering/kit/write-kit.ts';
import { PEOPLE } from '../support/any-debate.ts';
import { aDebate, hide, newClaim, retract } from '../support/debate-builder.ts';
import { drawn } from '../support/drawn.ts';
import { claim, connect, join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';
import { steelman } from '../support/made-steelmen.ts';
import { readPdf } from '../support/read-pdf.ts';

const SITE = { origin: 'https://parley.example', debateId: 'd_one', code: 'K7QF2M9X' };
const NAMES = new Map(PEOPLE.map((id) => [id, `Called ${id}`]));
const A4 = [595.28, 841.89];

const plain = (text: string) => text.replace(/\s+/g, '');

function exchanged(debate: ReturnType<typeof aDebate>): ExchangedDebate {
  return { state: debate.projection('dana'), names: NAMES, kept: [] };
}

async function kit(
  debate: ExchangedDebate,
  choice: Partial<KitChoice> = {},
  site: typeof SITE | null = SITE,
) {
  const wanted = { sheets: KIT_SHEETS, paper: 'a4', ...choice } as const;
  return readPdf(await drawn(writeKit(debate, wanted, site)));
}

const only = (...sheets: KitSheet[]) => ({ sheets });

describe('a paper kit', () => {
  test('[KT1] has the sheets asked for, in its order', async () => {
    const debate = exchanged(aDebate());
    const whole = plain((await kit(debate)).pages.join(' '));
    const marks = ['DEBATE', 'Jointhedebate', 'A new claim', 'BALLOT', 'TALLY SHEET'].map(plain);
    const places = marks.map((mark) => whole.indexOf(mark));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    const ballot = plain((await kit(debate, only('ballot'))).pages.join(' '));
    expect(marks.filter((mark) => ballot.includes(mark))).toEqual(['BALLOT']);
  });

  test('[KT1] sheets of A5 are halves of those of A4, with half as many cards', async () => {
    const debate = exchanged(aDebate());
    const cardsOf = async (paper: 'a4' | 'a5', sheet: KitSheet, mark: string) => {
      const { pages, sizes } = await kit(debate, { sheets: [sheet], paper });
      return { cards: plain(pages[0] ?? '').split(plain(mark)).length - 1, size: sizes[0] ?? [0, 0] };
    };
    for (const [sheet, mark, onA4] of [
      ['join', 'Join the debate', 8],
      ['blank', 'A new claim', 4],
      ['ballot', 'BALLOT', 2],
    ] as const) {
      const [a4, a5] = [await cardsOf('a4', sheet, mark), await cardsOf('a5', sheet, mark)];
      expect([a4.cards, a5.cards], sheet).toEqual([onA4, onA4 / 2]);
      expect([...a4.size].sort(), sheet).toEqual([...A4].sort());
      expect((a5.size[0] * a5.size[1]) / (a4.size[0] * a4.size[1]), sheet).toBeCloseTo(0.5, 2);
    }
  });

  test('[KT2] contains what every reader sees, and no votes, also for a moderator', async () => {
    const debate = aDebate()
      .does(
        'dana',
        newClaim('secret', 'east', { text: 'A hidden sentence' }),
        newClaim('gone', 'east', { text: 'A retracted sentence' }),
      )
      .does('mona', hide('c-secret'))
      .does('dana', retract('c-gone'));
    const text = plain(
      (await kit({ state: debate.projection('mona'), names: NAMES, kept: [] })).pages.join(' '),
    );
    expect(text).toContain(plain('one two three'));
    expect(text).not.toContain(plain('hidden sentence'));
    expect(text).not.toContain(plain('retracted sentence'));
    expect(text).not.toMatch(/\d+agree|agree\d/);
  });

  test('[KT2] says how many claims a ballot leaves out', async () => {
    const debate = aDebate();
    for (let at = 0; at < KIT_BALLOT; at += 1)
      debate.does('dana', newClaim(`n${at}`, 'west', { text: `Claim ${at} of many` }));
    const { pages } = await kit(exchanged(debate), only('ballot'));
    expect(plain(pages[0] ?? '')).toMatch(/Thesearethefirst60of6\dclaims/);
    expect(plain(pages.join(' '))).not.toContain(plain(`Claim ${KIT_BALLOT - 1} of many`));
  });

  test('[KT4] a claim’s card has its text, number, author, what it answers, and its code', async () => {
    const { pages } = await kit(exchanged(aDebate()), only('claims'));
    const text = plain(pages.join(' '));
    for (const words of ['one two three', 'supports 1 East', 'Called dana', claimCode('c-a'), 'K7QF-2M9X'])
      expect(text).toContain(plain(words));
  });

  test('[KT4] a long claim is set smaller, and whole', async () => {
    const long = `${'An argument with many words and turns '.repeat(12)}ends here`;
    const debate = aDebate().does('dana', newClaim('long', 'east', { text: long.slice(0, 480).trim() }));
    const { pages } = await kit(exchanged(debate), only('claims'));
    expect(plain(pages.join(' '))).toContain(plain(long.slice(0, 480)));
  });

  test('[KT4] another program reads the codes: of joining, voting and each claim', () => {
    for (const address of [
      'https://parley.example/join/K7QF2M9X',
      'https://parley.example/debates/d_4Zk9?vote',
      `https://parley.example/debates/${'d_'.padEnd(40, 'x')}#c_4ZkPq81mNhT0aWyz`,
    ])
      expect(jsQR(...bitmapOf(address))?.data).toBe(address);
  });

  test('[KT5] a ballot lists each claim once on its pages, with what it answers, and no number of its own', async () => {
    const { pages } = await kit(exchanged(aDebate()), { ...only('ballot'), paper: 'a5' });
    const text = plain(pages.join(' '));
    expect(text.split(plain('1.1 one two three')).length - 1).toBe(1);
    for (const words of ['supports 1 East', 'agree', 'disagree', 'pass'])
      expect(text).toContain(plain(words));
    const again = plain(
      (await kit(exchanged(aDebate()), { ...only('ballot'), paper: 'a5' })).pages.join(' '),
    );
    expect(again).toBe(text);
  });

  test('[KT5] a ballot has the whole text of a long claim', async () => {
    const long = `${'An argument with many words and turns '.repeat(12)}ends here`;
    const debate = aDebate().does('dana', newClaim('long', 'east', { text: long }));
    for (const paper of ['a4', 'a5'] as const) {
      const { pages } = await kit(exchanged(debate), { ...only('ballot'), paper });
      expect(plain(pages.join(' ')), paper).toContain(plain(long));
    }
  });

  test('[KT5] a best case that waits for recognition has a card, and is on no ballot', async () => {
    const debate = exchanged(steelman(aDebate()));
    expect(plain((await kit(debate, only('claims'))).pages.join(' '))).toContain(plain('east is best'));
    expect(plain((await kit(debate, only('ballot'))).pages.join(' '))).not.toContain(plain('east is best'));
  });

  test('[KT1] a long address is set smaller, and whole', async () => {
    const origin = `https://${'debates.'.repeat(12)}example.org`;
    const { pages } = await kit(exchanged(aDebate()), only('join'), { ...SITE, origin });
    expect(plain(pages.join(' '))).toContain(plain(`${origin.slice(8)}/join`));
  });

  test('of a debate without claims says so', async () => {
    const debate = aDebate();
    debate.does('mona', hide(...debate.state.claims.keys()));
    expect((await kit(exchanged(debate), only('ballot'))).pages.join(' ')).toContain('No claims yet.');
  });

  test('without a site has no codes and no cards to join', async () => {
    const { pages } = await kit(exchanged(aDebate()), {}, null);
    expect(plain(pages.join(' '))).not.toContain(plain('Join'));
  });
});

/** A QR code as a camera sees it: four pixels a module, with a white margin. */
function bitmapOf(address: string): [Uint8ClampedArray, number, number] {
  const [side, margin] = [400, 40];
  const width = side + 2 * margin;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  const { path } = qrCode(address, { x: margin, y: margin, side });
  for (const [, x, y, wide, high] of path.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)/g)) {
    const [left, top] = [Math.round(Number(x)), Math.round(Number(y))];
    const [right, bottom] = [Math.round(Number(x) + Number(wide)), Math.round(Number(y) + Number(high))];
    for (let row = top; row < bottom; row += 1)
      for (let column = left; column < right; column += 1)
        pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
  }
  return [pixels, width, width];
}

describe('a paper kit over HTTP', () => {
  const server = withTestServer();

  async function download(debateId: string, query: string, cookie = '') {
    const { origin } = server();
    const request = new Request(`${origin}/api/debates/${debateId}/export?format=kit&${query}`, {
      headers: { host: new URL(origin).host, cookie },
    });
    return GET(request, { params: Promise.resolve({ id: debateId }) });
  }

  const textOf = async (answer: Response) =>
    plain((await readPdf(new Uint8Array(await answer.arrayBuffer()))).pages.join(' '));

  test('[KT3] has the debaters’ code for people who may invite, and the address for others', async () => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const owner = await connect({ cookie });
    await owner.open(debateId);
    const dana = await join(debateId, 'Dana Danesi');
    expect(await dana.submit(claim('one', 'The first claim'))).toMatchObject({ ok: true });
    const person = await parley().auth.whoAsks(new Headers({ cookie }), 'moderate');
    if (person === null || person === 'not_allowed') throw new Error('the owner is not signed in');
    const make = async (role: 'moderator' | 'debater') => {
      const made = await parley().invitations.make(debateId, person, {
        kind: 'code',
        role,
        holds: 'day',
        limit: null,
      });
      if (!made.ok) throw new Error(made.rejection.code);
      return made.invitation.token ?? '';
    };
    const shown = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;
    const forModerators = await make('moderator');
    expect(await textOf(await download(debateId, 'sheets=join', cookie))).not.toContain(shown(forModerators));
    const forDebaters = await make('debater');
    const alsoForModerators = await make('moderator');
    const owners = await textOf(await download(debateId, 'sheets=join,claims', cookie));
    expect(owners).toContain(shown(forDebaters));
    expect(owners).not.toContain(shown(alsoForModerators));
    const readers = await textOf(await download(debateId, 'sheets=join,claims'));
    expect(readers).not.toContain(shown(forDebaters));
    expect(readers).toContain(`/debates/${debateId}`);
  });

  test('is refused with a sheet or a paper there is not', async () => {
    const { debateId } = await makeOwnDebate('public');
    for (const query of ['sheets=hat', 'sheets=', 'sheets=join,hat', 'paper=a3'])
      expect((await download(debateId, query)).status, query).toBe(400);
  });
});
