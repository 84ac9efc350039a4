// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { ConclusionArticle } from '../../app/_board/features/conclusion/conclusion-article.tsx';
import ConclusionPane from '../../app/_board/features/conclusion/conclusion-pane.tsx';
import ConclusionStrip from '../../app/_board/features/conclusion/conclusion-strip.tsx';
import { aDebate, type DebateBuilder, hide } from '../support/debate-builder.ts';
import { AGREED, conclude, sign, UNSIGN, writeConclusion } from '../support/made-conclusion.ts';
import { OPEN, setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const PEOPLE = [{ id: 'dana', name: 'Dana' }];
const WORDS = 'one two three';
/** Nobody speaks for a team; dana has signed for the east. */
const signedDebate = () =>
  aDebate()
    .does('olga', { type: 'debate.configure', teams: 'off' }, UNSIGN)
    .does('dana', writeConclusion('agreements', 'It costs: <#c-a>', AGREED, 2), sign('n-d', 'east', 3));
const open = (debate: DebateBuilder, who: string | null) => show(debate, who, <ConclusionPane />, PEOPLE);
const button = (name: string) => screen.getByRole('button', { name });
const buttons = () => screen.queryAllByRole('button').map((one) => one.textContent);
const lineOf = (position: string) => screen.getByText(position).closest('li')?.textContent;

describe('[CN1] moderators open and close it', () => {
  test('and others wait for them', async () => {
    const cleared = aDebate().does('olga', { type: 'debate.clear' });
    open(cleared, 'dana');
    expect(screen.queryByRole('button', { name: 'Start the conclusion' })).toBeNull();
    cleanup();
    const { asked } = open(cleared, 'olga');
    await userEvent.click(button('Start the conclusion'));
    expect(asked()).toEqual([conclude()]);
    expect(button('Close writing')).toBeDefined();
  });

  test('a closed one is signed and not written', () => {
    open(signedDebate().does('olga', conclude(false)), 'emil');
    expect(screen.queryByRole('button', { name: /Write|Edit/ })).toBeNull();
    expect(button('Sign for West')).toBeDefined();
  });
});

test('[CN2] in a blind phase nobody writes it', () => {
  open(signedDebate().does('olga', setAgenda([WRITING, OPEN]), turnTo('p-write')), 'dana');
  expect(screen.queryByRole('button', { name: /Write|Edit/ })).toBeNull();
});

describe('[CN4] signing', () => {
  test('waits for the signer’s own words on their way, and keeps the focus on its button meanwhile', async () => {
    const { store, asked } = open(signedDebate(), 'dana');
    await userEvent.click(button('Withdraw your signature for East'));
    const west = button('Sign for West');
    west.focus();
    const words = writeConclusion('agreements', 'It costs', 'It costs: <#c-a>', 3);
    act(() => void store.submit(words));
    expect(document.activeElement).toBe(west);
    await userEvent.click(west);
    expect(asked().map(({ type }) => type)).toEqual(['conclusion.unsign', 'conclusion.edit']);
    expect(west.hasAttribute('disabled')).toBe(false);
  });

  test('is for any position without teams, names the version, and can be withdrawn', async () => {
    const { asked } = open(signedDebate(), 'emil');
    await userEvent.click(button('Sign for West'));
    await userEvent.click(button('Withdraw your signature for West'));
    const [signed, withdrawn] = asked();
    expect(signed).toMatchObject({ type: 'conclusion.sign', positionId: 'west', revision: 3 });
    expect(withdrawn).toMatchObject({ type: 'conclusion.unsign' });
  });

  test('is for the own position in a debate with teams', () => {
    open(aDebate().does('dana', { type: 'team.choose', participantId: 'dana', team: 'east' }), 'dana');
    expect(button('Sign for East')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Sign for West' })).toBeNull();
  });

  test('moderators record what a position said', async () => {
    const { asked } = open(signedDebate(), 'mona');
    await userEvent.click(button('Record that West signed off'));
    expect(asked()).toMatchObject([{ type: 'conclusion.record', positionId: 'west', revision: 3 }]);
    expect(lineOf('West')).toContain('sign-off recorded by a moderator');
  });
});

test('[CN5] a signature on an earlier version is marked, and renewed with one press', async () => {
  const debate = signedDebate().does('emil', writeConclusion('cruxes', 'A study'));
  const { asked } = open(debate, 'dana');
  expect(lineOf('East')).toContain('1 person signed an earlier version');
  expect(screen.getByText('Dana').closest('li')?.textContent).toContain('(earlier version)');
  await userEvent.click(button('Sign this version for East'));
  expect(asked()).toMatchObject([{ positionId: 'east', revision: 4 }]);
  expect(lineOf('East')).toContain('signed by 1 person');
});

test('[CN5] beside a name stands that its author now observes or, for moderators, is out', () => {
  const debate = signedDebate().does('emil', sign('n-m', 'east', 3));
  const roleOf = (participantId: string) =>
    ({ type: 'participant.appoint', participantId, role: 'observer' }) as const;
  debate.does('olga', roleOf('dana'), {
    type: 'participant.setMembership',
    participantId: 'emil',
    membership: 'banned',
    reason: 'flooding',
  });
  const marked = (who: string) => {
    open(debate, who);
    const line = lineOf('East');
    cleanup();
    return line;
  };
  expect(marked('olga')).toContain('Dana (now an observer)');
  expect(marked('olga')).toContain('(no longer in the debate)');
  expect(marked('dana')).not.toContain('(no longer in the debate)');
  open(debate, 'dana');
  expect(button('Withdraw your signature for East')).toBeDefined();
});

test('[CN7] in an anonymous debate the number of signatures stands without names', () => {
  open(signedDebate().does('olga', { type: 'debate.configure', names: 'anonymous' }), 'olga');
  expect(lineOf('East')).toContain('signed by 1 person');
  expect(screen.queryByText('Dana')).toBeNull();
});

describe('[CN3] on the page', () => {
  test('a cited claim is a link, and without its words once it is hidden', () => {
    const debate = signedDebate();
    show(debate, 'otto', <ConclusionArticle />);
    expect(screen.getByRole('link', { name: WORDS })).toBeDefined();
    cleanup();
    debate.does('olga', hide('c-a'));
    for (const who of ['otto', 'olga', 'dana']) {
      show(debate, who, <ConclusionArticle />);
      expect(within(screen.getByRole('region')).queryByText(WORDS)).toBeNull();
      expect(screen.getByText('[a claim that isn’t shown]')).toBeDefined();
      cleanup();
    }
  });

  test('a paragraph after a cited claim stays one', () => {
    const text = 'It costs: <#c-a>\n\nSo it is.';
    show(aDebate().does('dana', writeConclusion('cruxes', text)), 'otto', <ConclusionArticle />);
    expect(screen.getByText(/So it is/).textContent).toBe(`It costs: ${WORDS}\n\nSo it is.`);
  });

  test('above the map it begins with its first words', () => {
    show(signedDebate(), 'otto', <ConclusionStrip />);
    expect(screen.getByRole('region').textContent).toContain(`What we agree on: It costs: “${WORDS}”`);
    expect(buttons()).toEqual(['Read conclusion']);
  });
});

describe('the pane, the strip and the page promise only what is taken', () => {
  const CLOSE = { type: 'debate.setStatus', status: 'closed' } as const;
  const silent = () => signedDebate().does('olga', setAgenda([WRITING, OPEN]), turnTo('p-write'));
  const closed = () => signedDebate().does('olga', CLOSE);
  const empty = () => aDebate().does('olga', { type: 'debate.clear' }, conclude());
  const promises = (parts: DebateBuilder, who: string, hint: RegExp, strip: string, page?: string) => {
    open(parts, who);
    expect(screen.getByText(hint)).toBeDefined();
    cleanup();
    show(parts, who, <ConclusionStrip />);
    expect(buttons()).toEqual([strip]);
    cleanup();
    show(parts, who, <ConclusionArticle />);
    expect(buttons()[0]).toBe(page);
    cleanup();
  };

  test.each([
    [
      'a writer',
      'emil',
      signedDebate,
      /^Everyone who may add claims writes here/,
      'Write or sign',
      'Write or sign',
    ],
    ['a suggester', 'susi', signedDebate, /^People who may add claims write here/, 'Read or sign', 'Sign'],
    [
      'an observer',
      'otto',
      signedDebate,
      /^People who may add claims write here/,
      'Read conclusion',
      undefined,
    ],
    ['a writer in silent writing', 'emil', silent, /^Nobody can write here while/, 'Read or sign', 'Sign'],
    [
      'a writer in a closed debate',
      'emil',
      closed,
      /can no longer be written or signed\.$/,
      'Read conclusion',
      undefined,
    ],
  ] as const)('to %s', (_, who, debate, hint, strip, page) => {
    promises(debate(), who, hint, strip, page);
  });

  test.each([
    ['a suggester', 'susi', empty, /^People who may add claims write here/, 'Read conclusion', undefined],
    [
      'a writer in silent writing',
      'emil',
      () => empty().does('olga', setAgenda([WRITING, OPEN]), turnTo('p-write')),
      /^Nobody can write here while new claims are hidden\.$/,
      'Read conclusion',
      undefined,
    ],
    ['a writer', 'emil', empty, /^Everyone who may add claims writes here/, 'Write', 'Write'],
  ] as const)('to %s while nothing is written', (_, who, debate, hint, strip, page) => {
    promises(debate(), who, hint, strip, page);
  });

  test('nothing is being written in a closed debate', () => {
    const cleared = aDebate().does('olga', { type: 'debate.clear' }, conclude());
    show(cleared, 'emil', <ConclusionStrip />);
    expect(screen.getByText('The conclusion is being written.')).toBeDefined();
    cleanup();
    show(cleared.does('olga', CLOSE), 'emil', <ConclusionStrip />);
    expect(screen.queryByText('The conclusion is being written.')).toBeNull();
  });
});
