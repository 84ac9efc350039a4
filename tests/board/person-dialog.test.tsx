// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { type Decided, PersonDialog } from '../../app/_board/features/people/person-dialog.tsx';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { aDebate, type DebateBuilder } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const ACCOUNTS = 'From now on, only people with an account can join';
const NEWCOMERS = 'Newcomers’ contributions wait for approval';

/** The dialog in which Mona sanctions Dana. */
function decide(decided: Decided, debate: DebateBuilder = aDebate()) {
  const dana = debate.state.participants.get('dana') ?? expect.fail('Dana has not joined');
  const person = { ...dana, name: 'Dana' };
  return show(debate, 'mona', <PersonDialog person={person} decided={decided} onClose={() => undefined} />);
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));

/** Chooses a ban for good with everything that helps against a return. */
async function chooseAll() {
  await choose('flooding');
  await choose('until a moderator lifts it');
  for (const name of [ACCOUNTS, NEWCOMERS]) await userEvent.click(screen.getByRole('checkbox', { name }));
}

const offered = () => screen.queryAllByRole('checkbox').map((box) => box.closest('label')?.textContent);

describe('banning someone', () => {
  test('offers what stops them from coming back as a new guest: accounts only, approval for newcomers, a new code', async () => {
    const { asked } = decide('banned');
    expect(offered()).toEqual([ACCOUNTS, NEWCOMERS]);
    expect(screen.getByText(/clear their cookies and join again/)).toBeDefined();
    expect(screen.getByText(/If they joined with a code, create a new one/)).toBeDefined();
    // No reason and no duration is preselected.
    expect(screen.queryAllByRole('radio', { checked: true })).toEqual([]);
    await chooseAll();
    await press('Ban');
    expect(asked()).toMatchObject([
      { type: 'participant.setMembership', participantId: 'dana', membership: 'banned', reason: 'flooding' },
      { type: 'debate.configure', accounts: true },
      { type: 'debate.configure', approval: ['newcomer'] },
    ]);
  });

  test('changes nothing else unless it is chosen, and offers nothing that the debate has already', async () => {
    const { asked } = decide('banned');
    await choose('flooding');
    await choose('until a moderator lifts it');
    await press('Ban');
    expect(asked()).toHaveLength(1);
    cleanup();
    const strict = aDebate().does('olga', {
      type: 'debate.configure',
      accounts: true,
      approval: ['newcomer'],
    });
    decide('banned', strict);
    expect(offered()).toEqual([]);
  });

  test('can be undone, also with what stops them from coming back, which then stays', async () => {
    const { store } = decide('banned');
    await chooseAll();
    await press('Ban');
    await press('Undo');
    const { view } = store.state().replica;
    expect(view.participants.get('dana')?.membership).toBe('member');
    expect(view.head?.settings.accounts).toBe(true);
  });

  const BAN = {
    type: 'participant.setMembership',
    participantId: 'dana',
    membership: 'banned',
    reason: 'flooding',
  } as const;
  const RESTRICT = { type: 'debate.configure', accounts: true } as const;
  const APPROVE = { type: 'debate.configure', approval: ['newcomer'] } as const;

  test.each<[string, Operation, Operation[]]>([
    ['joining restricted', RESTRICT, [BAN, APPROVE]],
    ['the person banned', BAN, [RESTRICT, APPROVE]],
  ])('is asked for without what another moderator has done meanwhile: %s', async (_, done, left) => {
    const debate = aDebate();
    const { asked, update } = decide('banned', debate);
    await chooseAll();
    debate.does('olga', done);
    update();
    await press('Ban');
    expect(asked()).toMatchObject(left);
  });

  test('muting and removing offer none of it', () => {
    for (const decided of ['muted', 'removed'] as const) {
      decide(decided);
      expect(offered()).toEqual([]);
      cleanup();
    }
  });
});
