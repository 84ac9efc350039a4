import type { Rejection } from '../../domain/debate/engine/rejections.ts';
import { readCookie } from '../auth/read-cookie.ts';
import { parley } from '../handle.ts';

/** What a page is to say about the form that was sent from it, and what it shows this once. */
export interface FlashMessage {
  /** Path of the page that says it. */
  readonly at: string;
  readonly refused?: Rejection;
  /** What was done, by a key of the page's sentences. */
  readonly done?: string;
  /** By what the page takes the new code or token that it shows once (see `ShownSecrets`). */
  readonly shown?: string;
  /** What was typed and may be kept: no password. */
  readonly mail?: string;
}

/** Name of the cookie: `__Host-` needs https. */
export function flashCookieName(secure: boolean): string {
  return `${secure ? '__Host-' : ''}parley-told`;
}

/** Seconds in which the page has been fetched, after the form was answered. */
export const FLASH_SECONDS = 60;

/** The cookie that tells the next page; nothing of it stands in an address, which is kept and passed on. */
export function flashCookie(told: FlashMessage, secure: boolean): string {
  const value = Buffer.from(JSON.stringify(told)).toString('base64url');
  return `${flashCookieName(secure)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${FLASH_SECONDS}${secure ? '; Secure' : ''}`;
}

/**
 * Reads this page's flash message; null if there is none. Clients can forge it, but only for themselves. `secure`: the site is
 * served over https.
 */
export function readFlash(headers: Headers, at: string, secure = parley().https): FlashMessage | null {
  try {
    const told: unknown = JSON.parse(
      Buffer.from(readCookie(headers, flashCookieName(secure)) ?? '', 'base64url').toString('utf8'),
    );
    return isTold(told) && told.at === at ? told : null;
  } catch {
    return null;
  }
}

function isTold(told: unknown): told is FlashMessage {
  return typeof told === 'object' && told !== null && 'at' in told;
}
