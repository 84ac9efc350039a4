import { describe, expect, test } from 'vitest';
import { GET as download } from '../../app/api/account/data/route.ts';
import type { OperationOf } from '../../domain/debate/engine/operations.ts';
import { parley } from '../../server/handle.ts';
import { database, owned, someone, tabOf, withErasures } from '../support/erasures.ts';
import { claim, join, vote } from '../support/live-debates.ts';
import { addClaim } from '../support/log-node.ts';
import { conclude, sign, writeConclusion } from '../support/made-conclusion.ts';
import { ask, support } from '../support/made-questions.ts';
import type { TestBrowser } from '../support/test-browser.ts';

const server = withErasures();

/** A claim added as an argument for another one. */
const under = (id: string, added: OperationOf<'claim.add'>): OperationOf<'claim.add'> => ({
  ...added,
  target: { kind: 'claim', id },
  positionId: null,
});

describe('[PD10] the file of all that is held of someone', () => {
  const fileOf = async (browser: TestBrowser) => {
    const request = new Request(`${server().origin}/api/account/data`, { headers: browser.headers });
    const answer = await download(request);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="parley-data.json"');
    return JSON.parse(await answer.text());
  };

  test('has what they did in every debate, and what was decided about them', async () => {
    const { debateId, does } = await owned();
    const dana = await someone('Dana');
    const tab = await tabOf(dana, debateId);
    await tab.does(claim('one', 'Mine'), vote('one', 'pass'));
    const emil = await join(debateId, 'Emil');
    expect(await emil.submit(claim('his', 'Not hers'))).toMatchObject({ ok: true });
    await tab.does({
      type: 'report.make',
      reportId: 'r_hers',
      on: 'c_his',
      reason: 'spam',
      words: 'Unasked',
    });
    await does({
      type: 'flag.set',
      on: 'c_one',
      what: 'duplicate',
      other: 'c_his',
      note: 'See',
      revised: false,
    });
    await does({ type: 'flag.set', on: 'c_his', what: 'unclear', other: null, note: 'Odd', revised: false });
    await does({ type: 'report.settle', ids: ['r_hers'], outcome: 'hidden' });
    await does({ type: 'content.hide', ids: ['c_one', 'c_his'], reason: 'spam', note: 'Say why' });
    await does({ type: 'participant.mute', participantId: tab.id, muted: true, reason: 'flooding' });
    const gone = await owned();
    await (await tabOf(dana, gone.debateId)).does(claim('gone', 'Mine too'));
    await gone.does({ type: 'debate.delete', deleted: true });
    const file = await fileOf(dana.browser);
    expect(file).toMatchObject({
      format: 'parley-person',
      version: 1,
      person: { id: dana.id, name: 'Dana', email: null, hasPassword: false },
      signIns: [{ method: 'guest' }],
    });
    const [here, there] = [debateId, gone.debateId].map((id) =>
      file.debates.find((debate: { debateId: string }) => debate.debateId === id),
    );
    expect(here).toMatchObject({
      readable: true,
      role: 'debater',
      standing: { muted: true, reason: 'flooding' },
      votes: [{ claimId: 'c_one', answer: 'pass', wording: 1 }],
      claims: [{ id: 'c_one', text: 'Mine' }],
      hidden: [{ id: 'c_one', status: 'hidden', reason: 'spam', note: 'Say why' }],
      reviews: [{ id: 'c_one', flags: [{ what: 'duplicate', other: null, note: 'See' }] }],
      reports: [{ id: 'r_hers', words: 'Unasked', outcome: 'hidden' }],
      did: [
        { type: 'participant.joined' },
        { type: 'claim.added', text: 'Mine' },
        { type: 'vote.cast' },
        { type: 'report.made', words: 'Unasked' },
      ],
      decisions: [
        { type: 'flag.set', on: 'c_one', other: null, note: 'See' },
        { type: 'report.settled', ids: ['r_hers'], outcome: 'hidden' },
        { type: 'content.hidden', ids: ['c_one'] },
        { type: 'participant.muted', muted: true },
      ],
    });
    expect(there).toMatchObject({ readable: false, did: [{}, { type: 'claim.added', text: 'Mine too' }] });
    expect(there.title).toBeUndefined();
    const text = JSON.stringify(file);
    expect(text).not.toMatch(/Not hers|\bEmil\b|\bOdd\b/);
    // Their reports name themselves.
    expect(text.match(/c_his/g)).toHaveLength(2);
    const { rows } = await database.query('SELECT id FROM sign_in WHERE user_id = $1', [dana.id]);
    expect(text).not.toContain(rows[0].id);
  });

  test('has the questions they asked from the floor, which ones they support, and their signature', async () => {
    const { debateId, does } = await owned();
    const dana = await someone('Dana');
    const tab = await tabOf(dana, debateId);
    const emil = await join(debateId, 'Emil');
    await does(conclude(), writeConclusion('agreements', 'Prices count'));
    for (const act of [ask('u_his', 'Not hers?'), sign('n_his', 'p_position1')])
      expect(await emil.submit(act)).toMatchObject({ ok: true });
    await tab.does(ask('u_hers', 'Mine?'), support('u_his'), sign('n_hers', 'p_position1'));
    const { debates } = await fileOf(dana.browser);
    expect(debates[0]).toMatchObject({ supports: ['u_his'], questions: [{ id: 'u_hers', text: 'Mine?' }] });
    expect(debates[0].questions).toHaveLength(1);
    expect(debates[0].signatures).toMatchObject([{ id: 'n_hers', positionId: 'p_position1', revision: 2 }]);
    expect(JSON.stringify(debates)).not.toMatch(/Not hers|n_his/);
  });

  test('says nothing about votes of a secret ballot, nor about arguments hidden from its person', async () => {
    const { debateId, does } = await owned();
    const dana = await someone('Dana');
    const tab = await tabOf(dana, debateId);
    const emil = await join(debateId, 'Emil');
    await does({ type: 'debate.configure', ballots: 'secret' });
    const whole = 'Trains are fast. They are clean.';
    const part = { claimId: 'c_part', linkId: 'l_part', text: 'They are clean.', takes: ['c_his'] };
    const split = { type: 'claim.split', claimId: 'c_one', was: whole, text: 'Trains are fast.' } as const;
    const agree = { type: 'vote.cast', claimId: 'c_one', answer: 'agree', wording: 2 } as const;
    await tab.does(claim('one', whole));
    expect(await emil.submit(under('c_one', addClaim('his', 'Not hers')))).toMatchObject({ ok: true });
    await tab.does({ ...split, parts: [part] });
    expect(await emil.submit(agree)).toMatchObject({ ok: true });
    await does({ type: 'content.hide', ids: ['c_his'], reason: 'spam', note: '' });
    await tab.does({ type: 'claim.join', claimId: 'c_one', parts: ['c_part'] });
    const { debates } = await fileOf(dana.browser);
    expect(debates[0].did.slice(2)).toMatchObject([
      { type: 'claim.split', parts: [{ claimId: 'c_part' }], taken: [] },
      { type: 'claim.joined', parts: ['c_part'], returned: [], back: { wording: 1 } },
    ]);
    expect(JSON.stringify(debates)).not.toMatch(/"earlier":[1-9]|_his/);
  });

  test('is written in short pieces, and has all the long comments of a person', async () => {
    const { debateId } = await owned();
    const dana = await someone('Dana');
    const tab = await tabOf(dana, debateId);
    const texts = Array.from({ length: 40 }, (_, nth) => `${nth} `.padEnd(4_900, 'long '));
    const on = { kind: 'position', id: 'p_position1' } as const;
    for (const [nth, text] of texts.entries())
      await tab.does({ type: 'comment.add', commentId: `m_${nth}`, on, replyTo: null, text });
    const person = await parley().auth.currentPerson(dana.browser.headers);
    const written = await parley().personExport.write(person ?? expect.fail('nobody'));
    if (typeof written === 'string') return expect.fail(written);
    const pieces: string[] = [];
    for await (const piece of written) pieces.push(piece);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000);
    const [debate] = JSON.parse(pieces.join('')).debates;
    const said = debate.comments.map(({ text }: { text: string }) => text);
    expect(said.sort()).toEqual(texts.map((text) => text.trim()).sort());
    expect(Object.keys(debate).slice(-6)).toEqual([
      'hidden',
      'reviews',
      'suggestions',
      'reports',
      'did',
      'decisions',
    ]);
  });

  test('is refused to nobody known', async () => {
    const answer = await download(new Request(`${server().origin}/api/account/data`));
    expect(answer.status).toBe(401);
  });
});
