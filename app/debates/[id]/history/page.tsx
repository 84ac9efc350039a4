import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { cache } from 'react';
import { PastBoard } from '#app/_board/screens/past/past-board.tsx';
import { messages } from '#app/_ui/messages/messages.ts';
import { parley } from '#server/handle.ts';
import { parseMoment } from '#server/services/history/past.ts';
import { ChooseView } from '../../choose-view.tsx';
import { NoDebate, noDebate } from '../no-debate.tsx';

interface HistoryPageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ at?: string | string[] }>;
}

/** A moment of a debate, for the caller: read once a request, for the page and for its title. */
const readHistory = cache(async (id: string, at: string) => {
  const { auth, history } = parley();
  return history.open(id, await auth.currentPerson(await headers()), parseMoment(at));
});

export async function generateMetadata(props: HistoryPageProps): Promise<Metadata> {
  const read = await readAsked(props);
  if (!read.ok) return noDebate();
  return { title: messages('history')('title', { title: read.title }), robots: { index: false } };
}

/** A debate at a moment of the past; the present if the address names no moment. */
export default async function HistoryPage(props: HistoryPageProps) {
  const read = await readAsked(props);
  if (!read.ok) return <NoDebate debateId={(await props.params).id} why={read} />;
  const { seq, at, opening, times, counts } = read;
  return (
    <>
      <ChooseView />
      <PastBoard opening={opening} moment={{ seq, at }} times={times} counts={counts} />
    </>
  );
}

async function readAsked({ params, searchParams }: HistoryPageProps) {
  return readHistory((await params).id, (await searchParams).at?.toString() ?? '');
}
