import { headers } from 'next/headers';
import { CHOOSE_VIEW } from '../_board/core/view/opening-view.ts';

/** The script that chooses the view, with this response's nonce. */
export async function ChooseView() {
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1];
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a script of our own, without anything people wrote.
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: CHOOSE_VIEW }} />;
}
