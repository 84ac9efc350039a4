import type { DebateHead } from './head.ts';

/** True if the title says more than the motion: by default it is the motion without its last mark, shortened if it is long. */
export function hasOwnTitle({ title, motion }: Pick<DebateHead, 'title' | 'motion'>): boolean {
  const [short, whole] = [withoutEnd(title), withoutEnd(motion)];
  return short !== '' && short !== whole && !(title.endsWith('…') && whole.startsWith(short));
}

function withoutEnd(text: string): string {
  return text.trim().replace(/[.!?…。！？؟۔।]$/u, '');
}
