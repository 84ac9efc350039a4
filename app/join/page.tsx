import type { Metadata } from 'next';
import { messages } from '../_ui/messages/messages.ts';
import { CodeForm } from './code-form.tsx';
import { InvitationPage } from './invitation-page.tsx';

interface JoinPageProps {
  readonly searchParams: Promise<{ code?: string | string[] }>;
}

export function generateMetadata(): Metadata {
  return { title: messages('join')('title'), robots: { index: false } };
}

/** Page for typing the code of a debate. */
export default async function JoinPage({ searchParams }: JoinPageProps) {
  const { code } = await searchParams;
  if (typeof code !== 'string' || code.trim() === '') return <CodeForm problem={null} typed="" />;
  return <InvitationPage typed={code} />;
}
