import type { Metadata } from 'next';
import { InvitationPage } from '../invitation-page.tsx';
import { invitationMetadata } from '../read-invitation.ts';

interface InvitedPageProps {
  readonly params: Promise<{ token: string }>;
}

export async function generateMetadata({ params }: InvitedPageProps): Promise<Metadata> {
  const { token } = await params;
  return invitationMetadata(decodeURIComponent(token));
}

/** Target of an invitation's link and QR code. */
export default async function InvitedPage({ params }: InvitedPageProps) {
  const { token } = await params;
  return <InvitationPage typed={decodeURIComponent(token)} />;
}
