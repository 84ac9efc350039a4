import type { Metadata } from 'next';
import { Board } from '../../_board/board.tsx';
import { ChooseView } from '../choose-view.tsx';
import { NoDebate, noDebate } from './no-debate.tsx';
import { readDebate } from './read-debate.ts';

interface DebatePageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ after?: string | string[] }>;
}

export async function generateMetadata({ params }: DebatePageProps): Promise<Metadata> {
  const read = await readDebate((await params).id);
  if (!read.ok) return noDebate();
  const { head } = read.view;
  return { title: head?.title, description: head?.motion };
}

/** A debate: the server renders its outline, the browser makes it live. */
export default async function DebatePage({ params, searchParams }: DebatePageProps) {
  const { id } = await params;
  const { after } = await searchParams;
  const read = await readDebate(id);
  if (!read.ok) return <NoDebate debateId={id} why={read} />;
  return (
    <>
      <link rel="canonical" href={`/debates/${encodeURIComponent(id)}`} />
      <ChooseView />
      <Board opening={read.opening} after={after?.toString()} />
    </>
  );
}
