// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { AllowedInPhase } from '../../app/_board/features/agenda/phase-part.tsx';
import { ClaimSigns } from '../../app/_board/features/claims/claim-signs.tsx';
import { VoteBar } from '../../app/_board/features/claims/vote-bar.tsx';
import SteelmanSection from '../../app/_board/features/steelmen/steelman-section.tsx';
import { SteelmenChip } from '../../app/_board/features/steelmen/steelmen-chip.tsx';
import SteelmenDialog from '../../app/_board/features/steelmen/steelmen-dialog.tsx';
import type { Claim } from '../../domain/debate/map/claim.ts';
import type { SteelmanClaim } from '../../domain/debate/map/steelman.ts';
import { aDebate, type DebateBuilder, editTo, hide, newClaim, seal } from '../support/debate-builder.ts';
import { agree, notYet, recognize, SWITCHED, steelman, switchSides } from '../support/made-steelmen.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const PEOPLE = [
  { id: 'emil', name: 'Emil' },
  { id: 'olga', name: 'Olga' },
];
const steelmanIn = ({ state }: DebateBuilder) =>
  (state.claims.get('c-sm') ?? expect.fail('no claim')) as SteelmanClaim;
const open = (debate: DebateBuilder, who: string | null) =>
  show(debate, who, <SteelmanSection claim={steelmanIn(debate)} />, PEOPLE);
const section = () => screen.getByRole('region', { name: /Best case for East/ });
const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);
const reworded = (debate: DebateBuilder) =>
  debate.does('dana', editTo(debate.state, 'c-sm', 'east is better')).does('system', seal('c-sm'));
const anonymous = (debate: DebateBuilder) =>
  debate.does('olga', { type: 'debate.configure', names: 'anonymous' });

describe('[SM2] in the panel', () => {
  test('a member of its position says that it is their view', async () => {
    const { asked } = open(steelman(aDebate()), 'emil');
    expect(section().textContent).toContain('that the team of West could write.');
    expect(section().textContent).toContain('Is this your view?');
    await userEvent.click(screen.getByRole('button', { name: 'That is our view' }));
    expect(asked()).toMatchObject([{ type: 'steelman.answer', claimId: 'c-sm', wording: 1, agrees: true }]);
  });

  test('or what is missing, which has to have words', async () => {
    const { asked } = open(steelman(aDebate()), 'emil');
    await userEvent.click(screen.getByRole('button', { name: 'Not yet' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Not yet' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }));
    expect(asked()).toEqual([]);
    await userEvent.type(dialog.getByLabelText(/What is missing/), ' The price ');
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }));
    expect(asked()).toMatchObject([{ agrees: false, missing: { text: 'The price' } }]);
  });

  test('its author and the team that wrote it have nothing to answer', () => {
    open(steelman(aDebate()).does('emil', notYet('a-e')), 'dana');
    expect(buttons()).toEqual([]);
    expect(section().textContent).toContain('Emil: not yet');
    expect(section().textContent).toContain('The price is missing');
    expect(section().textContent).toContain('East will be asked again');
  });

  test('a reader who has not joined sees it, and answers nothing', () => {
    open(steelman(aDebate()), null);
    expect(section().textContent).toContain('Until people of East recognize it');
    expect(buttons()).toEqual([]);
  });

  test('hidden words of what is missing are not shown, the answer is', () => {
    open(steelman(aDebate()).does('emil', notYet('a-e')).does('olga', hide('m-a-e')), 'dana');
    expect(section().textContent).toContain('Emil: not yet');
    expect(section().textContent).not.toContain('The price is missing');
  });
});

test('[SM3] answers to an earlier wording say so, and ask again', async () => {
  const debate = reworded(steelman(aDebate()).does('emil', agree('a-e')));
  const { asked } = open(debate, 'emil');
  expect(section().textContent).toContain('Emil, to an earlier wording: that is our view');
  expect(section().textContent).toContain('You agreed to an earlier wording.');
  await userEvent.click(screen.getByRole('button', { name: 'That is our view' }));
  expect(asked()).toMatchObject([{ wording: 2, agrees: true }]);
});

test('[SM4] it says how many people agree, and how many must', () => {
  const debate = steelman(aDebate().does('olga', { type: 'debate.configure', recognition: 2 }));
  open(debate.does('olga', agree('a-o')), 'emil');
  expect(section().textContent).toContain('1 of 2 needed agree.');
});

test('[SM5] moderators recognize it for the position, and remove that', async () => {
  const { asked } = open(steelman(aDebate()), 'mona');
  await userEvent.click(screen.getByRole('button', { name: 'Recognize for East' }));
  expect(asked()).toMatchObject([{ type: 'steelman.record', claimId: 'c-sm', wording: 1 }]);
  cleanup();
  const recorded = open(steelman(aDebate()).does('olga', recognize('a-r')), 'mona');
  expect(section().textContent).toContain('A moderator recorded that East recognizes it.');
  await userEvent.click(screen.getByRole('button', { name: 'Remove recognition' }));
  expect(recorded.asked()).toMatchObject([{ type: 'steelman.record', wording: null }]);
});

test('[SM7] in an anonymous debate answers are counted and nobody is named', () => {
  open(anonymous(steelman(aDebate()).does('emil', notYet('a-e')).does('olga', agree('a-o'))), 'dana');
  expect(section().textContent).toContain('1 agrees');
  expect(section().textContent).toContain('1 says “not yet”');
  expect(section().textContent).not.toMatch(/Emil|Olga/);
});

describe('[SM1] beside a claim', () => {
  const signs = (debate: DebateBuilder, claimId = 'c-sm') => {
    const claim: Claim = debate.state.claims.get(claimId) ?? expect.fail('no claim');
    show(
      debate,
      'emil',
      <>
        <ClaimSigns claim={claim} />
        <VoteBar claim={claim} />
      </>,
    );
    return document.querySelector('[data-sign="steelman"]')?.textContent ?? null;
  };

  test('stands for whom and by whom it is, and no vote while it waits', () => {
    expect(signs(steelman(aDebate()))).toBe('⇄ Best case for East, by West: not recognized yet');
    expect(buttons()).toEqual([]);
    cleanup();
    expect(signs(steelman(aDebate()).does('olga', agree('a-o')))).toBe(
      '⇄ Best case for East, by West: recognized',
    );
    expect(buttons()).toHaveLength(3);
    cleanup();
    expect(signs(aDebate(), 'c-a')).toBeNull();
  });
});

describe('[SW1] the phase says for whom people write', () => {
  const said = (debate: DebateBuilder, who: string | null) => {
    show(debate, who, <AllowedInPhase phase={SWITCHED} />);
    return document.body.textContent;
  };

  test('to a member of a team, and all pairs to everyone else', () => {
    expect(said(switchSides(aDebate()), 'dana')).toContain('You now write for East.');
    cleanup();
    const toAll = said(switchSides(aDebate()), null);
    expect(toAll).toContain('East now writes for West.');
    expect(toAll).toContain('West now writes for East.');
    cleanup();
    const off = switchSides(aDebate()).does('olga', { type: 'debate.configure', teams: 'off' });
    expect(said(off, 'dana')).not.toContain('now write');
  });
});

describe('[SM6] the list of best cases', () => {
  const chip = (debate: DebateBuilder, who: string) => {
    show(debate, who, <SteelmenChip className={undefined} />);
    return screen.queryByRole('button')?.textContent ?? '';
  };

  test('counts those to answer, or those recognized', () => {
    expect(chip(steelman(aDebate()), 'emil')).toBe('1 best case to review');
    cleanup();
    expect(chip(steelman(aDebate()), 'dana')).toBe('Best cases: 0 of 1 recognized');
    cleanup();
    expect(chip(steelman(aDebate()).does('emil', agree('a-e')), 'emil')).toBe(
      'Best cases: 1 of 1 recognized',
    );
    cleanup();
    expect(chip(aDebate(), 'emil')).toBe('');
  });

  test('has those to answer first, and leads to each', async () => {
    show(steelman(aDebate()), 'emil', <SteelmenDialog onClose={() => undefined} />);
    const waiting = screen.getByRole('region', { name: 'Waiting for your team’s answer' });
    expect(within(waiting).getByRole('button', { name: 'east is best' })).toBeDefined();
    expect(waiting.textContent).toContain('By West, for East');
  });

  test('lists 50 of a part at a time', async () => {
    const debate = steelman(aDebate());
    for (let nth = 0; nth < 60; nth += 1) {
      debate.now += 1_000;
      debate.does('dana', newClaim(`s${nth}`, 'east', { positionId: 'east', text: `case ${nth}` }));
    }
    show(debate, 'emil', <SteelmenDialog onClose={() => undefined} />);
    const lines = () => document.querySelectorAll('[data-part="toAnswer"] li');
    expect(lines()).toHaveLength(50);
    await userEvent.click(screen.getByText('Show 11 more'));
    expect(lines()).toHaveLength(61);
    expect(document.activeElement?.closest('li')).toBe(lines()[50]);
    expect(screen.queryByRole('region', { name: 'Not recognized yet' })).toBeNull();
  });
});
