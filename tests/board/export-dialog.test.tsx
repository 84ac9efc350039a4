// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DownloadPart } from '../../app/_board/core/download/download-part.tsx';
import ExportDialog from '../../app/_board/features/export/export-dialog.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import type { DisclosedOpinions } from '../../domain/analysis/opinions/disclosed-opinions.ts';
import { aDebate, type DebateBuilder } from '../support/debate-builder.ts';
import { aResearchBallot } from '../support/research-ballot.ts';
import { noServer, show } from './show.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TOO_FAST = { ok: false, rejection: { code: 'too_fast' } };

async function tables(who: string) {
  show(aDebate(), who, <ExportDialog onClose={() => undefined} />);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Format' }), 'csv');
}

/** The sections that are asked for when the file is downloaded. */
async function sectionsAsked(): Promise<string | null> {
  const fetched = vi.fn(async (_address: string) => Response.json(TOO_FAST, { status: 429 }));
  vi.stubGlobal('fetch', fetched);
  await userEvent.click(screen.getByRole('button', { name: 'Download' }));
  await screen.findByText(en.rejection.too_fast);
  return new URL(fetched.mock.calls[0]?.[0] ?? '', 'http://localhost').searchParams.get('sections');
}

describe('exporting tables', () => {
  test('asks for the moderation log and its notes only if a moderator chooses them', async () => {
    await tables('mona');
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
    expect(await sectionsAsked()).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Moderation log' }));
    expect(await sectionsAsked()).toBe('moderation');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Moderators’ notes' }));
    expect(await sectionsAsked()).toBe('moderation,notes');
  });

  test('offers others no moderation log', async () => {
    await tables('dana');
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

test('[KT2] of an anonymous debate there is no choice of names: its files name nobody', () => {
  const anonymous = aDebate().does('olga', { type: 'debate.configure', names: 'anonymous' });
  for (const [debate, hasChoice] of [
    [aDebate(), true],
    [anonymous, false],
  ] as const) {
    show(debate, 'dana', <ExportDialog onClose={() => undefined} />);
    expect(screen.queryByText('Show authors as') !== null).toBe(hasChoice);
    expect(screen.queryByText(/No one is named, not even you/) === null).toBe(hasChoice);
    cleanup();
  }
});

const participants = () => screen.queryByRole<HTMLInputElement>('checkbox', { name: 'Participants' });

test('a report offers the list of participants only if it names people, and remembers the choice', async () => {
  show(aDebate(), 'dana', <ExportDialog first="pdf" onClose={() => undefined} />);
  expect(participants()?.checked).toBe(true);
  await userEvent.click(screen.getByRole('radio', { name: 'Anonymous' }));
  expect(participants()).toBeNull();
  for (const box of screen.getAllByRole('checkbox')) await userEvent.click(box);
  expect(screen.getByText('Choose at least 1 section.')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Download' }).disabled).toBe(true);
  await userEvent.click(screen.getByRole('radio', { name: 'As in the debate' }));
  expect(participants()?.checked).toBe(true);
});

test('the report of an anonymous debate is asked for without the list of participants', async () => {
  const anonymous = aDebate().does('olga', { type: 'debate.configure', names: 'anonymous' });
  const fetched = vi.fn(noServer);
  vi.stubGlobal('fetch', fetched);
  show(anonymous, 'dana', <ExportDialog first="pdf" onClose={() => undefined} />);
  expect(participants()).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Download' }));
  expect(fetched.mock.calls.join()).toContain('sections=conclusion');
  expect(fetched.mock.calls.join()).not.toContain('participants');
});

describe('[BL11] exporting the tables of Polis', () => {
  const closed = { type: 'debate.setStatus', status: 'closed' } as const;
  /** The server answers with these opinions. */
  const says = (opinions: DisclosedOpinions) =>
    vi.stubGlobal('fetch', async () =>
      Response.json({ ok: true, seq: 1, opinions, own: null, given: null, swing: null }),
    );
  const research = () => aResearchBallot([]);
  test.each<[form: string, debate: DebateBuilder, opinions: DisclosedOpinions | null, said: RegExp]>([
    ['an open ballot', aDebate(), null, /this ballot is open/],
    ['a ballot for research, while people vote', research(), null, /once voting is over/],
    [
      'fewer than 15 voters',
      research().does('olga', closed),
      { kind: 'kept', why: 'secret' },
      /fewer than 15/,
    ],
    ['enough voters', research().does('olga', closed), { kind: 'one' }, /one numbered row per person/],
  ])('says of %s whether it has single votes', async (_, debate, opinions, said) => {
    if (opinions) says(opinions);
    show(debate, 'dana', <ExportDialog onClose={() => undefined} />);
    expect(screen.queryByText(said)).toBeNull();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Format' }), 'polis');
    expect(await screen.findByText(said)).toBeTruthy();
  });

  test('asks again where the server did not answer', async () => {
    says({ kind: 'one' });
    const answers = vi.fn(fetch).mockRejectedValueOnce(new TypeError('fetch failed'));
    vi.stubGlobal('fetch', answers);
    show(research().does('olga', closed), 'dana', <ExportDialog onClose={() => undefined} />);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    fireEvent.change(screen.getByRole('combobox', { name: 'Format' }), { target: { value: 'polis' } });
    await vi.waitFor(() => expect(answers).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    expect(await screen.findByText(/one numbered row per person/)).toBeTruthy();
    expect(answers).toHaveBeenCalledTimes(2);
  });
});

test.each(['html', 'markdown', 'csv', 'parley', 'template'] as const)(
  'a %s file that cannot be made says why',
  async (format) => {
    vi.stubGlobal('fetch', async () => Response.json(TOO_FAST, { status: 429 }));
    show(aDebate(), 'dana', <ExportDialog first={format} onClose={() => undefined} />);
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    await expect.poll(() => screen.getByRole('status').textContent).toBe(en.rejection.too_fast);
  },
);

describe('a file that the server makes', () => {
  const status = () => screen.getByRole('status').textContent;
  /** Opens the part and answers with a file that arrives in these pieces; returns the function that sends the next one. */
  function arrives(): (bytes: number | null) => void {
    let pieces: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (control) => {
        pieces = control;
      },
    });
    vi.stubGlobal('fetch', async () => new Response(body));
    show(aDebate(), 'dana', <DownloadPart address="/api/picture" />);
    return (bytes) => (bytes === null ? pieces.close() : pieces.enqueue(new Uint8Array(bytes)));
  }

  test('is not stopped by the second press of a double click', async () => {
    arrives();
    const button = screen.getByRole('button', { name: 'Download' });
    fireEvent.click(button, { detail: 1 });
    fireEvent.click(button, { detail: 2 });
    expect(status()).toBe('Preparing your file…');
    fireEvent.click(button, { detail: 1 });
    expect(status()).toBe('');
  });

  test.each([
    ['the reason of the server', () => Response.json(TOO_FAST, { status: 429 }), en.rejection.too_fast],
    ['that the server is away', noServer, en.rejection.unreachable],
    ['no reason if there is none', () => new Response('<html>', { status: 502 }), en.exporting.failed],
  ])('that fails says %s', async (_, answer, says) => {
    vi.stubGlobal('fetch', async () => answer());
    show(aDebate(), 'dana', <DownloadPart address="/api/picture" />);
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    await expect.poll(status).toBe(says);
  });

  test('shows each piece that arrives, and speaks only of beginning and end', async () => {
    const send = arrives();
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    send(1_500_000);
    expect(await screen.findByText(/1\.5 MB so far/)).toBeTruthy();
    expect(status()).toBe('');
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    send(null);
    await expect.poll(status).toBe('Downloaded.');
    vi.restoreAllMocks();
  });
});
