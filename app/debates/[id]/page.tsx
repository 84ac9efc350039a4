import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { parley } from '../../../server/handle.ts';
import { Board } from '../../_board/board.tsx';

interface DebatePageProps {
  readonly params: Promise<{ id: string }>;
}

/** Read once a request, for the page and for its title. */
const readDebate = cache(async (id: string) => {
  const { auth, debates } = parley();
  return debates.read(id, await auth.currentPerson(await headers()));
});

export async function generateMetadata({ params }: DebatePageProps): Promise<Metadata> {
  const read = await readDebate((await params).id);
  if (!read.ok) return {};
  const { head } = read.opening.snapshot;
  return { title: head?.title, description: head?.motion };
}

/** A debate: the server renders its outline, the browser makes it live. */
export default async function DebatePage({ params }: DebatePageProps) {
  const read = await readDebate((await params).id);
  if (!read.ok) notFound();
  return <Board opening={read.opening} />;
}
