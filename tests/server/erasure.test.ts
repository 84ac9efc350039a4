import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { POST as endSignIn } from '../../app/api/account/end/route.ts';
import { POST as endAll } from '../../app/api/account/end-all/route.ts';
import { POST as eraseMyself } from '../../app/api/account/erase/route.ts';
import { POST as changeName } from '../../app/api/account/name/route.ts';
import { POST as setPassword } from '../../app/api/account/password/route.ts';
import { POST as eraseOther } from '../../app/api/admin/erase/route.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { UserErasedError } from '../../server/auth/people/user-erased-error.ts';
import { parley } from '../../server/handle.ts';
import { eraseFromLog } from '../../server/log/erase-from-log.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import type { ErasureRequest, ErasureResult, StoredEntry } from '../../server/log/operation-log.ts';
import { loadState, storeSnapshot } from '../../server/log/snapshots/snapshots.ts';
import {
  database,
  edit,
  everythingStored,
  owned,
  someone,
  tabOf,
  withErasures,
} from '../support/erasures.ts';
import { claim, connect, join, vote } from '../support/live-debates.ts';
import { addClaim, makeDebate, startLogNode, submitAs, upTo } from '../support/log-node.ts';
import { conclude, writeConclusion } from '../support/made-conclusion.ts';

const server = withErasures();

test('[PD1] erased in the moment in which their sign-ins are ended, used and made, nothing breaks', async () => {
  const { debateId } = await owned();
  const all = await Promise.all(upTo(12).map((n) => someone(`Goner ${n}`)));
  const tabs = await Promise.all(all.map((one) => tabOf(one, debateId)));
  const { auth, erasures, deviceCodes, signIns } = parley();
  const outcomes = await Promise.allSettled(
    all.flatMap(({ browser, id }, n) => {
      const recognised = upTo(6).map(() => browser.who());
      const asked = [endAll, changeName].map((route) => browser.send(route, { name: `Gone ${n}` }));
      return [
        erasures.erase(id, { words: n % 2 === 0 }),
        auth.endAll(id),
        ...recognised,
        ...asked,
        browser.send(endSignIn, { id: 's_none' }),
        erasures.erase(id, { words: true }),
        auth.endAll(id),
        orGone(signIns.start(id, 'guest', 'a browser')),
        orGone(browser.who().then((person) => person && deviceCodes.make(person))),
      ];
    }),
  );
  expect(outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toEqual([]);
  await Promise.all(tabs.map(({ closed }) => closed));
  await erasures.finishAll();
  for (const { browser, id } of all) {
    expect(await browser.who()).toBeNull();
    expect(await parley().people.find({ id })).toBeNull();
  }
  expect(await everythingStored()).not.toMatch(/Goner? [0-9]/);
});

/** An erased person gets nothing: one error says so, and every form handles it. */
async function orGone(made: Promise<unknown>): Promise<void> {
  await made.catch((error: unknown) => expect(error).toBeInstanceOf(UserErasedError));
}

describe('[PD1] [PD4] [PD6] someone who is erased, words and all', () => {
  test('is in nothing that is stored, and gone from every page; what others did stays', async () => {
    const { debateId, cookie, does, tab: owner } = await owned();
    const dana = await someone('Danadora');
    const tab = await tabOf(dana, debateId);
    const emil = await join(debateId, 'Emil');
    await tab.does(claim('one', 'walrus against penguin'), claim('two', 'walrus alone'));
    await tab.does({
      type: 'source.add',
      sourceId: 's_one',
      title: 'The walrus book',
      url: 'https://walrus.example',
      locator: '',
      excerpt: 'walrus',
      note: 'walrus',
    });
    expect(await emil.submit(vote('one', 'agree'))).toMatchObject({ ok: true });
    expect(
      await emil.submit(edit('one', 'walrus against penguin', 'walrus never against penguin')),
    ).toMatchObject({ ok: true });
    // Kept before it is cleared, stored as a state, and answered: all the places where words are.
    await parley().debateLifecycle.clear(debateId, (await who(cookie)) ?? expect.fail('nobody'));
    await tab.does(claim('three', 'walrus again'), vote('three', 'disagree'));
    expect(await emil.submit(vote('three', 'agree'))).toMatchObject({ ok: true });
    await does({ type: 'content.hide', ids: ['c_three'], reason: 'spam', note: 'Please, not again' });
    await does({ type: 'content.restore', ids: ['c_three'] });
    const before = emil.snapshot();
    expect(await everythingStored()).toMatch(/walrus[\s\S]*Danadora|Danadora[\s\S]*walrus/);

    expect(await dana.browser.send(eraseMyself, { what: 'words' })).toMatchObject({
      to: '/sign-in',
      flash: { done: 'erased' },
    });
    expect(await tab.closed).toBe('io server disconnect');
    expect(await dana.browser.who()).toBeNull();
    expect(dana.browser.cookie).not.toContain('parley-sign-in');
    const stored = await everythingStored();
    expect(stored).not.toMatch(/walrus|Danadora/i);
    expect(stored).not.toContain(dana.id);
    expect(stored).toContain('"never "');

    await expect.poll(() => emil.frames.at(-1)?.entries.at(-1)?.effect.type).toBe('participant.erased');
    const again = await connect({ cookie: emil.cookie, knows: before });
    const welcome = await again.open(debateId, before.seq, [], before.at);
    expect(welcome).toMatchObject({ ok: true, state: { kind: 'snapshot', rewound: false } });
    expect(JSON.stringify([welcome, again.snapshot()])).not.toContain('walrus');
    const fresh = await connect({ cookie: emil.cookie });
    await fresh.open(debateId);
    expect(again.snapshot()).toEqual(fresh.snapshot());
    expect(fresh.snapshot().claims).toMatchObject([
      { id: 'c_three', text: '░'.repeat('walrus again'.length), tally: { agree: 1, disagree: 1 } },
    ]);
    expect(welcome.ok && welcome.people.map(({ name }) => name).sort()).toEqual(['Emil', 'Olga']);
    // The one that was cleared, which its owner brings back.
    const [copy] = (await parley().debateLists.shelved((await who(cookie)) ?? expect.fail('nobody'))).deleted;
    const read = await parley().debates.read(copy?.id ?? '', await who(cookie));
    expect(read.ok && read.view.claims.get('c_one')).toMatchObject({
      text: `${'░'.repeat(7)}never ${'░'.repeat(15)}`,
      tally: { agree: 1 },
    });
    expect(await emil.submit(claim('four'), 90)).toMatchObject({ ok: true });
    owner.close();
  });

  test('by name alone leaves words where they are', async () => {
    const { debateId } = await owned();
    const dana = await someone('Danuta');
    const tab = await tabOf(dana, debateId);
    await tab.does(claim('kept', 'These stay'));
    await dana.browser.send(eraseMyself, { what: 'name' });
    const stored = await everythingStored();
    expect(stored).toContain('These stay');
    expect(stored).not.toContain('Danuta');
    const read = await parley().debates.read(debateId, null);
    const people = read.ok ? read.opening.people : [];
    expect(people.map(({ id }) => id)).not.toContain(tab.id);
    expect(read.ok && read.view.participants.get(tab.id)).toMatchObject({ erased: true });
  });

  test('[PD7] has nothing accepted that was on its way', async () => {
    const { debateId } = await owned();
    const dana = await someone('Dana');
    const tab = await tabOf(dana, debateId);
    const sent = upTo(30).map((n) => tab.submit(claim(`late${n}`), n));
    const erased = dana.browser.send(eraseMyself, { what: 'words' });
    await Promise.all([...sent.map((answer) => answer.catch(() => null)), erased]).catch(() => {});
    const read = await parley().debates.read(debateId, null);
    const texts = read.ok ? [...read.view.claims.values()].map(({ text }) => text) : ['not read'];
    expect(texts.filter((text) => /[a-z]/i.test(text))).toEqual([]);
  });
});

describe('[PD5] others’ writes during an erasure', () => {
  test('is all there, and folds with what is left', async () => {
    const { debateId } = await owned();
    const [dana, emil] = [await someone('Dana'), await someone('Emil')];
    const [one, other] = [await tabOf(dana, debateId), await tabOf(emil, debateId)];
    const nina = await join(debateId, 'Nina');
    for (const n of upTo(20)) {
      await one.does(claim(`d${n}`, `quokka ${n}`));
      await other.does(claim(`e${n}`, `axolotl ${n}`));
    }
    const writing = upTo(60).map((n) => nina.submit(claim(`n${n}`, `Said ${n}`), n));
    const both = [dana, emil].map(({ browser }) => browser.send(eraseMyself, { what: 'words' }));
    await Promise.all(both);
    expect((await Promise.all(writing)).every(({ ok }) => ok)).toBe(true);
    expect(await everythingStored()).not.toMatch(/quokka|axolotl/);
    const read = await parley().debates.read(debateId, null);
    const claims = read.ok ? [...read.view.claims.values()] : [];
    expect(claims.filter(({ text }) => text.startsWith('Said ')).length).toBe(60);
    expect(claims.length).toBe(100);
  });

  test('[PD6] is stored again without the words for a long debate, so its log is not folded again', async () => {
    const leaving = await someone('Lee');
    const tab = await tabOf(leaving, 'made-in-china-2025');
    const on = { kind: 'claim', id: 'c_cutoff-risk' } as const;
    await tab.does({ type: 'comment.add', commentId: 'm_lee', on, replyTo: null, text: 'quoll' });
    await parley().erasures.erase(leaving.id, { words: true });
    const { rows } = await database.query(
      `SELECT (SELECT max(seq) FROM snapshot WHERE debate_id = $1) AS stored,
              (SELECT max(seq) FROM log_entry WHERE debate_id = $1) AS head`,
      ['made-in-china-2025'],
    );
    expect(rows[0].head).toBeGreaterThan(1_000);
    expect(rows[0].stored).toBe(rows[0].head);
    expect(await everythingStored()).not.toContain('quoll');
  });

  test('delay it in a busy debate no longer than they must: it reads what is new, after a pause that grows', async () => {
    const log = new BusyLog();
    await makeDebate(log, 'd_one', ['m_dana', 'm_emil']);
    const room = await startLogNode(log).room('d_one');
    const ahead = upTo(3);
    log.beforeErasing = async () => {
      const n = ahead.shift();
      if (n !== undefined) await submitAs(room, 'm_emil', n, addClaim(`n${n}`));
    };
    log.readAfter.length = 0;
    const began = performance.now();
    expect(await eraseFromLog(log, 'd_one', 'm_dana', { words: false, now: Date.now })).toMatchObject({
      ok: true,
    });
    expect(performance.now() - began).toBeGreaterThan(200);
    expect(log.readAfter.filter((after) => after === 0)).toHaveLength(1);
    await room.catchUp();
    expect(room.state.participants.get('m_dana')).toMatchObject({ erased: true });
    expect(room.state.claims.size).toBe(3);
  });

  test('[PD6] another node goes on from the log without the words, and stores no state that has them', async () => {
    const log = new MemoryLog();
    await makeDebate(log, 'd_one', ['m_dana', 'm_emil']);
    const [here, there] = [startLogNode(log), startLogNode(log)];
    const [room, other] = [await here.room('d_one'), await there.room('d_one')];
    await submitAs(room, 'm_dana', 1, addClaim('one', 'quokka'));
    await submitAs(room, 'm_owner', 1, conclude());
    await submitAs(room, 'm_dana', 2, writeConclusion('agreements', 'quokka'));
    await other.catchUp();
    const stale = other.state;
    await eraseFromLog(log, 'd_one', 'm_dana', { words: true, now: Date.now });
    await storeSnapshot(log, 'd_one', stale);
    const answer = await submitAs(other, 'm_emil', 1, addClaim('two'));
    expect(answer.ok).toBe(true);
    await here.rooms.hear('d_one', 100);
    const loaded = await loadState(log, 'd_one');
    for (const state of [room.state, other.state, loaded?.state ?? stale]) {
      expect(JSON.stringify(toSnapshot(state))).not.toContain('quokka');
      expect(toSnapshot(state)).toEqual(toSnapshot(room.state));
      expect(state.conclusion).toMatchObject({ agreements: '░░░░░░', revision: 3 });
    }
    expect(await submitAs(room, 'm_dana', 3, addClaim('three'))).toMatchObject({
      rejection: { code: 'removed' },
    });
  });
});

test('[PD8] an owner transfers or deletes their debates first; deleted ones are removed for good with the owner', async () => {
  const olga = await someone('Olga');
  const person = (await olga.browser.who()) ?? expect.fail('nobody');
  const positions = [{ name: 'Yes', hue: 'blue' as const, summary: '' }];
  const make = async (title: string) => {
    const input = { title, motion: 'This house owns', positions, visibility: 'public' as const };
    const made = await parley().debates.create(person, input);
    return made.ok ? made.debateId : expect.fail('not made');
  };
  const [handed, deleted] = [await make('Handed over'), await make('Deleted')];
  expect((await olga.browser.send(eraseMyself, { what: 'name' })).refused).toEqual({ code: 'owns_debate' });
  expect((await parley().erasures.owned(olga.id)).map(({ title }) => title).sort()).toEqual([
    'Deleted',
    'Handed over',
  ]);
  const mona = await join(handed, 'Mona');
  await (await tabOf(olga, handed)).does({ type: 'debate.transfer', participantId: mona.id });
  await (await tabOf(olga, deleted)).does({ type: 'debate.delete', deleted: true });
  expect((await olga.browser.send(eraseMyself, { what: 'name' })).to).toBe('/sign-in');
  const { rows } = await database.query('SELECT id FROM debate WHERE id = ANY ($1)', [[handed, deleted]]);
  expect(rows).toEqual([{ id: handed }]);
  const { rows: left } = await database.query('SELECT 1 FROM log_entry WHERE debate_id = $1', [deleted]);
  expect(left).toEqual([]);
});

test('[PD9] an erasure begun before a server stopped is completed by the next', async () => {
  const { debateId } = await owned();
  const dana = await someone('Dana');
  await (await tabOf(dana, debateId)).does(claim('one', 'ocelot'));
  // As far as a server comes that is killed right after it has begun.
  await database.query("UPDATE app_user SET erasing = 'words', name = '' WHERE id = $1", [dana.id]);
  expect(await dana.browser.who()).toBeNull();
  await server().restart();
  await expect.poll(everythingStored).not.toMatch(new RegExp(`ocelot|${dana.id}`));
});

test('[PD9] an erasure that keeps failing in one debate is done in the others, and for others', async () => {
  const [broken, whole] = [await owned(), await owned()];
  const people = [await someone('Dana'), await someone('Emil')];
  for (const person of people) for (const { debateId } of [broken, whole]) await tabOf(person, debateId);
  const ids = people.map(({ id }) => id);
  await database.query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$;
    CREATE TRIGGER refuse BEFORE DELETE ON participant FOR EACH ROW
      WHEN (OLD.debate_id = '${broken.debateId}') EXECUTE FUNCTION refuse()`);
  await database.query("UPDATE app_user SET erasing = 'name' WHERE id = ANY ($1)", [ids]);
  const left = async () => {
    await parley().erasures.finishAll();
    const { rows } = await database.query('SELECT debate_id FROM participant WHERE user_id = ANY ($1)', [
      ids,
    ]);
    return rows.map(({ debate_id }) => debate_id);
  };
  expect(await left()).toEqual([broken.debateId, broken.debateId]);
  for (const id of ids)
    expect(server().logs.filter((line) => line.includes(id) && line.includes(broken.debateId))).not.toEqual(
      [],
    );
  await database.query('DROP FUNCTION refuse CASCADE');
  expect(await left()).toEqual([]);
  expect(await parley().people.find({ id: ids[0] ?? '' })).toBeNull();
});

describe('[PD11] the right to erase', () => {
  const password = 'walnut river ink';

  test('a person with a password enters it', async () => {
    const ann = await someone('Ann');
    await parley().people.change(ann.id, { email: `${randomUUID()}@example.org` });
    await parley().reauthentication.prove((await ann.browser.who()) ?? expect.fail('nobody'));
    await ann.browser.send(setPassword, { password });
    const refused = await ann.browser.send(eraseMyself, { what: 'name', current: 'something else' });
    expect(refused.refused?.code).toBe('password_wrong');
    expect((await ann.browser.send(eraseMyself, { what: 'name', current: password })).to).toBe('/sign-in');
    expect(await parley().people.find({ id: ann.id })).toBeNull();
  });

  test('an administrator erases anyone, and nobody else does', async () => {
    const [ada, bob, cleo] = [await someone('Ada'), await someone('Bob'), await someone('Cleo')];
    const asked = { id: cleo.id, what: 'words' };
    expect((await bob.browser.send(eraseOther, asked)).refused?.code).toBe('not_allowed');
    await database.query('UPDATE app_user SET administrator = true WHERE id = $1', [ada.id]);
    expect((await ada.browser.send(eraseOther, { ...asked, what: 'all' })).refused?.code).toBe('invalid');
    expect((await ada.browser.send(eraseOther, asked)).flash).toMatchObject({ done: 'erased' });
    expect(await cleo.browser.who()).toBeNull();
    expect((await ada.browser.send(eraseOther, asked)).refused?.code).toBe('unknown_participant');
    const logged = server().logs.find((line) => line.includes(cleo.id));
    expect(logged).not.toContain('Cleo');
  });
});

/** A log in which something is written just before an erasure. */
class BusyLog extends MemoryLog {
  readonly readAfter: number[] = [];
  beforeErasing = async () => {};

  override async erase(request: ErasureRequest): Promise<ErasureResult> {
    await this.beforeErasing();
    return super.erase(request);
  }

  override async read(debateId: string, after: number, limit: number): Promise<StoredEntry[]> {
    this.readAfter.push(after);
    return super.read(debateId, after, limit);
  }
}

const who = (cookie: string) => parley().auth.currentPerson(new Headers({ cookie }));
