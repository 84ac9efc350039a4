import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Operation, operationSchema } from '../../domain/debate/engine/operations.ts';
import { REJECTION_CODES } from '../../domain/debate/engine/rejections.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import { loadState } from '../../server/log/snapshots/snapshots.ts';
import { connectLive, type LiveClient } from '../support/live-client.ts';
import { addClaim, makeDebate, startLogNode, submitAs, upTo } from '../support/log-node.ts';
import { connectRaw, type RawSocket } from '../support/raw-socket.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const SEEDED = 'made-in-china-2025';
const POSITION = { kind: 'position', id: 'p_yes' };

let server: TestServer;
let bystander: LiveClient;
let hostile: RawSocket;
let claims = 0;

beforeAll(async () => {
  server = await startTestServer();
  bystander = await connectLive(server.origin, { cookie: await server.signIn('Bystander') });
  expect(await bystander.open(SEEDED)).toMatchObject({ ok: true });
});

afterEach(async () => {
  hostile.end();
  // Whatever was sent: others go on, and hear of nothing.
  claims += 1;
  const answer = await bystander.submit({
    ...addClaim(`after${claims}`),
    target: await somePosition(),
    positionId: null,
  });
  expect(answer).toMatchObject({ ok: true });
  await bystander.seen(answer.ok ? answer.seq : 0);
  expect(bystander.gaps()).toEqual([]);
  expect(bystander.closings).toEqual([]);
  expect(server.logs.filter((line) => line.includes('event failed'))).toEqual([]);
});

afterAll(() => server.stop());

async function somePosition() {
  const id = bystander.snapshot().positions[0]?.id ?? expect.fail('no position');
  return { kind: 'position', id } as const;
}

async function enter(): Promise<void> {
  hostile = await connectRaw(server.origin, await server.signIn('Mallory'));
  const open = {
    protocol: PROTOCOL_VERSION,
    debateId: SEEDED,
    clientId: 'tab_hostile',
    after: 0,
    at: 0,
    unanswered: [],
  };
  expect(await hostile.ask(JSON.stringify(['open', open]))).toMatchObject({ ok: true });
}

/** A submit event as text, so that it may hold what no JSON library writes. */
const submit = (operation: string, clientSeq = '1') =>
  `["submit",{"clientSeq":${clientSeq},"operation":${operation}}]`;
const claimWith = (text: string, more = '') =>
  `{"type":"claim.add","claimId":"c_bad","linkId":"l_bad","target":${JSON.stringify(POSITION)},` +
  `"relation":"support","positionId":null,"text":${text}${more}}`;
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('an event', () => {
  test.each([
    ['nobody knows', '["shutdown",{}]'],
    ['called __proto__', '["__proto__",{}]'],
    ['called constructor', '["constructor",{}]'],
    ['that is a number', '[7,{}]'],
    ['without a message', '["open"]'],
    ['with two messages', '["open",{},{}]'],
    ['with nothing as message', '["submit",null]'],
    ['with a list as message', '["submit",[1,2,3]]'],
    ['1,500 levels deep', `["submit",${deep(1_500)}]`],
    ['with an operation 1,500 levels deep', submit(deep(1_500))],
    [
      'with a change 1,500 levels deep',
      submit(`{"type":"claim.edit","claimId":"c_x","base":1,"change":${deep(1_500)}}`),
    ],
    ['with __proto__ in the message', '["submit",{"clientSeq":1,"operation":{},"__proto__":{"ok":true}}]'],
    ['with __proto__ in the operation', submit(claimWith('"x"', ',"__proto__":{"type":"debate.create"}'))],
    ['with constructor in the operation', submit(claimWith('"x"', ',"constructor":{"prototype":{}}'))],
    ['with __proto__ as its operation', submit('{"__proto__":{"type":"vote.withdraw","claimId":"c_x"}}')],
    ['with a type called __proto__', submit('{"type":"__proto__"}')],
    ['with a text of 50,000 characters', submit(claimWith(`"${'x'.repeat(50_000)}"`))],
    ['with a number as text', submit(claimWith('7'))],
    ['with an infinite number', submit(claimWith('"x"'), '1e999')],
    ['with a negative number', submit(claimWith('"x"'), '-1')],
    ['with half a number', submit(claimWith('"x"'), '1.5')],
    ['with a number no column holds', submit(claimWith('"x"'), '2147483648')],
    ['with a number as text', submit(claimWith('"x"'), '"1"')],
    ['with an empty id', submit('{"type":"claim.retract","claimId":""}')],
    ['with a huge id', submit(`{"type":"claim.retract","claimId":"${'x'.repeat(5_000)}"}`)],
    ['with an id that is a path', submit('{"type":"claim.retract","claimId":"../../etc"}')],
    ['with NUL in an id', submit('{"type":"claim.retract","claimId":"c_\\u0000x"}')],
    [
      'that opens with numbers no column holds',
      '["open",{"protocol":1,"debateId":"d_x","clientId":"tab_hostile","after":0,"unanswered":[3000000000]}]',
    ],
    [
      'that opens a debate called NUL',
      '["open",{"protocol":1,"debateId":"d\\u0000\\u0000","clientId":"tab_hostile","after":0,"unanswered":[]}]',
    ],
    [
      'with a line feed within a line',
      submit('{"type":"claim.edit","claimId":"c_x","base":1,"change":[[0,"two\\nlines"]]}'),
    ],
    ['of presence at a list', '["presence",{"at":[],"writing":true}]'],
    ['of a pointer at nothing', '["pointer",{"over":{"box":"c_a"},"look":null}]'],
    [
      'of a pointer far off',
      '["pointer",{"over":{"box":"c_a","across":0,"down":0,"dx":1e9,"dy":0},"look":null}]',
    ],
    ['of presence with more to tell', '["presence",{"at":null,"writing":true,"name":"Root"}]'],
  ])('[SK17] %s is refused as invalid', async (_, event) => {
    await enter();
    expect(await hostile.ask(event)).toEqual({ ok: false, rejection: { code: 'invalid' } });
    expect(hostile.isOpen).toBe(true);
  });

  test.each([
    ['a lone surrogate', '"x\\ud800y"'],
    ['NUL', '"x\\u0000y"'],
    ['a bell', '"x\\u0007y"'],
  ])('[SK17] with %s in its text is refused as malformed', async (_, text) => {
    await enter();
    const answer = { ok: false, rejection: { code: 'text_malformed' } };
    expect(await hostile.ask(submit(claimWith(text)))).toEqual(answer);
  });

  test.each([
    ['no JSON', '42["submit",{]'],
    ['NaN', '42["submit",{"clientSeq":NaN}]'],
    ['a name the library keeps to itself', '42["disconnect"]'],
    ['an unfinished packet of bytes', '4599999999-["submit",{"_placeholder":true,"num":0}]'],
    ['a packet type nobody knows', '49'],
    ['a million characters', `421["submit","${'x'.repeat(1_000_000)}"]`],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
    ['10,000 levels deep', `421["submit",${deep(10_000)}]`],
    ['a change 10,000 levels deep', `421${submit(`{"type":"claim.edit","change":${deep(10_000)}}`)}`],
    ['10,000 fields', `421["clock",{${upTo(10_000).map((n) => `"${n}":0`)}}]`],
    ['a long answer to nothing', `431["${'x'.repeat(2_000)}"]`],
    ['a long greeting in a namespace there is not', `40/x,{"a":"${'x'.repeat(2_000)}"}`],
  ])('[SK17] that is %s ends its connection', async (_, packet) => {
    await enter();
    hostile.send(packet);
    await hostile.closed;
  });

  test('[SK17] without an acknowledgement does nothing; an "error", or an answer nobody waits for, neither (F15)', async () => {
    await enter();
    const before = bystander.snapshot().seq;
    hostile.send(`42${submit('{"type":"vote.withdraw","claimId":"c_x"}')}`);
    hostile.send('42["error",{"message":"x"}]');
    hostile.send('431[{"ok":true}]');
    expect(await hostile.ask('["presence",{"at":null,"writing":false}]')).toEqual({ ok: true });
    expect(bystander.snapshot().seq).toBe(before);
  });

  test('[SK17] of bytes is refused as invalid', async () => {
    await enter();
    hostile.send('451-7["submit",{"_placeholder":true,"num":0}]');
    hostile.send(Buffer.alloc(1_000));
    await expect.poll(() => hostile.received.find((text) => text.startsWith('437['))).toContain('invalid');
  });

  test('[SK17] nonsense in numbers ends its connection', async () => {
    await enter();
    for (const n of upTo(50)) hostile.send(`42["nonsense",${n}]`);
    await hostile.closed;
  });

  test('[SK17] in a namespace there is not leads nowhere', async () => {
    await enter();
    hostile.send('40/admin,');
    await expect.poll(() => hostile.received.some((text) => text.startsWith('44/admin,'))).toBe(true);
  });
});

describe('operations of an allowed shape', () => {
  const key = fc.constantFrom('c_a', 'c_b', 'l_a', 'l_b', 'p_yes', 's_a', 'k_a', '__proto__', 'constructor');
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('', ' ', '\n', '\ud800', '\0', 'https://example.org', 'javascript:alert(1)'),
  );
  const relation = fc.constantFrom('support', 'attack');
  const person = fc.constantFrom('m_ann', 'm_ben', 'm_owner', '__proto__', 'system');
  const reason = fc.constantFrom('other', 'flooding', 'constructor');
  const target = fc.record({ kind: fc.constantFrom('position', 'claim', 'link'), id: key });
  const line = fc.oneof(text, fc.constant('two\nlines'));
  const change = fc.array(
    fc.oneof(
      fc.nat(12),
      fc.tuple(fc.nat(12), fc.array(line, { maxLength: 3 })).map(([n, lines]) => [n, ...lines]),
    ),
    { maxLength: 5 },
  );
  const after = fc.option(key);
  const what = fc.constantFrom('unclear', 'duplicate', 'not_a_claim', 'toString');
  const shapes: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
    'claim.add': { claimId: key, linkId: key, target, relation, positionId: fc.option(key), text, after },
    'claim.edit': { claimId: key, base: fc.nat(3), change },
    'claim.move': { claimId: key, target, relation, after },
    'claim.retract': { claimId: key },
    'claim.restore': { claimId: key },
    'claim.cite': { claimId: key, sourceId: key },
    'claim.uncite': { claimId: key, sourceId: key },
    'link.add': { linkId: key, from: key, target, relation },
    'link.retract': { linkId: key },
    'link.restore': { linkId: key },
    'source.add': { sourceId: key, title: text, url: text, locator: text, excerpt: text, note: text },
    'vote.cast': {
      claimId: key,
      answer: fc.constantFrom('agree', 'pass'),
      wording: fc.integer({ min: 1, max: 3 }),
    },
    'vote.withdraw': { claimId: key },
    'comment.add': { commentId: key, on: target, replyTo: fc.option(key), text },
    'comment.edit': { commentId: key, text },
    'comment.withdraw': { commentId: key },
    'comment.restore': { commentId: key },
    'comment.resolve': { commentId: key, resolved: fc.boolean() },
    'position.edit': { positionId: key, name: text, summary: text },
    'debate.edit': { title: text, motion: text },
    'content.hide': { ids: fc.array(key, { maxLength: 3 }), reason: text, note: text },
    'content.hideAllBy': { participantId: fc.constantFrom('m_ann', 'm_ben'), reason: text, note: text },
    'content.resubmit': { ids: fc.array(key, { maxLength: 3 }) },
    'content.sendBack': { ids: fc.array(key, { maxLength: 3 }), reason: text, note: text },
    'content.lock': { on: fc.oneof(key, fc.constant('*')), branch: fc.boolean() },
    'content.unlock': { on: fc.oneof(key, fc.constant('*')) },
    'flag.set': { on: key, what, other: fc.option(key), note: text, revised: fc.boolean() },
    'flag.clear': { on: key, what },
    'flag.answer': { on: key, what, revised: fc.boolean() },
    'report.make': { reportId: key, on: key, reason: fc.constantFrom('spam', 'toString'), words: text },
    'agenda.set': {
      phases: fc.array(
        fc.record({
          id: key,
          kind: fc.constantFrom('vote', 'silent_writing', 'none'),
          title: text,
          note: text,
          minutes: fc.constantFrom(null, 1, -1, 1e9),
          may: fc.subarray(['add', 'edit', 'comment', 'vote', 'vote']),
          hides: fc.subarray(['claims', 'tallies', 'all']),
        }),
        { maxLength: 3 },
      ),
      base: fc.constantFrom(0, 0, 0, 1, 2, -1),
    },
    'agenda.goTo': { from: fc.option(key), to: fc.option(key) },
    'agenda.setTimer': {
      phaseId: fc.option(key),
      act: fc.constantFrom('start', 'extend', 'pause', 'resume', 'stop', 'on'),
      seconds: fc.constantFrom(null, 1, 60, 0, 1e12),
    },
    'task.add': {
      taskId: key,
      kind: fc.constantFrom('claims', 'votes', 'toString'),
      count: fc.constantFrom(1, 50, 0, 1e9),
      due: fc.oneof(fc.record({ phaseId: key }), fc.record({ at: fc.constantFrom(-1, 1, 4e12, 1e300) })),
    },
    'report.withdraw': { reportId: key },
    'report.settle': {
      ids: fc.array(key, { maxLength: 3 }),
      outcome: fc.constantFrom('no_action', 'hidden', null),
    },
    'group.form': {
      groups: fc.array(fc.record({ groupId: key, debateId: key, name: text, members: fc.array(person) }), {
        maxLength: 3,
      }),
    },
    'group.assign': { participantId: person, groupId: fc.option(key) },
    'group.setStatus': { ids: fc.array(key, { maxLength: 3 }), status: fc.constantFrom('open', 'closed') },
    'claim.promote': {
      claimId: key,
      linkId: key,
      groupId: key,
      target,
      relation,
      positionId: fc.option(key),
      text,
    },
    'meeting.setStatus': { live: fc.boolean() },
    'content.restore': { ids: fc.array(key, { maxLength: 3 }) },
    'participant.appoint': { participantId: person, role: fc.constantFrom('moderator', 'observer', 'owner') },
    'debate.transfer': { participantId: person },
    'participant.mute': { participantId: person, muted: fc.boolean(), reason: fc.option(reason) },
    'participant.setMembership': {
      participantId: person,
      membership: fc.constantFrom('member', 'removed', 'banned', 'gone'),
      reason: fc.option(reason),
    },
    'participant.rename': { participantId: person, name: text },
    'team.choose': { participantId: person, team: fc.option(key) },
    'perspective.show': { shown: fc.constantFrom(true, 'yes') },
    'debate.setVisibility': { visibility: fc.oneof(text, fc.constantFrom('public', 'unlisted', 'private')) },
    'debate.setStatus': { status: fc.oneof(text, fc.constantFrom('open', 'closed', 'archived')) },
    'debate.delete': { deleted: fc.constantFrom(false, 'yes') },
    'debate.configure': { guests: text, wording: fc.constantFrom('shared', 'own', 'none') },
  };
  const operation = fc.oneof(
    ...Object.entries(shapes).map(([type, fields]) => fc.record({ type: fc.constant(type), ...fields })),
  );

  test('[SK18] each is accepted or refused with a code, and the log makes the same state again (F15)', async () => {
    hostile = await connectRaw(server.origin);
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 20, maxLength: 60 }), async (asked) => {
        const log = new MemoryLog();
        await makeDebate(log, 'd_one', ['m_ann', 'm_ben']);
        const node = startLogNode(log);
        const room = await node.room('d_one');
        await submitAs(room, 'm_owner', 10_000, addClaim('a', 'ab\ncd'));
        const parsed = asked.flatMap((candidate): Operation[] => {
          const { success, data } = operationSchema.safeParse(candidate);
          return success ? [data] : [];
        });
        const answers = await Promise.all(
          parsed.map((it, n) => submitAs(room, n % 3 ? 'm_ann' : 'm_owner', n + 1, it)),
        );
        accepted += answers.filter(({ ok }) => ok).length;
        const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.rejection.code]));
        expect(codes.filter((code) => !REJECTION_CODES.includes(code))).toEqual([]);
        expect(node.failures).toEqual([]);
        const loaded = await loadState(log, 'd_one');
        expect(loaded && toSnapshot(loaded.state)).toEqual(toSnapshot(room.state));
      }),
      { numRuns: 100 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});
