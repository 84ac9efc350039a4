import type { Metadata } from 'next';
import { CodeForm } from './code-form.tsx';
import { InvitationPage } from './invitation-page.tsx';
import { joinTitle } from './join-title.ts';
import { invitationMetadata } from './read-invitation.ts';

interface JoinPageProps {
  readonly searchParams: Promise<{ code?: string | string[] }>;
}

export async function generateMetadata({ searchParams }: JoinPageProps): Promise<Metadata> {
  const { code } = await searchParams;
  return isTyped(code) ? invitationMetadata(code) : { title: joinTitle(null), robots: { index: false } };
}

/** Page for typing the code of a debate. */
export default async function JoinPage({ searchParams }: JoinPageProps) {
  const { code } = await searchParams;
  return isTyped(code) ? <InvitationPage typed={code} /> : <CodeForm problem={null} typed="" />;
}

function isTyped(code: string | string[] | undefined): code is string {
  return typeof code === 'string' && code.trim() !== '';
}
