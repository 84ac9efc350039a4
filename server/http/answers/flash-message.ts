import type { Rejection } from '#domain/debate/engine/rejections.ts';
import { parley } from '../../handle.ts';
import { readCookie } from '../requests/read-cookie.ts';

/** A message for a page about the form that was sent from it, and what it shows once. */
export interface FlashMessage {
  /** Path of the page that shows it. */
  readonly at: string;
  readonly refused?: Rejection;
  /** The completed action, by a key of the page's messages. */
  readonly done?: string;
  /** Key of the new code or token that the page shows once (see `ShownSecrets`). */
  readonly shown?: string;
  /** Input that may be kept: no password. */
  readonly mail?: string;
}

/** Name of the cookie: `__Host-` needs https. */
export function flashCookieName(secure: boolean): string {
  return `${secure ? '__Host-' : ''}parley-message`;
}

/** Seconds in which the page has been fetched, after the form was answered. */
export const FLASH_SECONDS = 60;

/** The cookie with the message for the next page; nothing of it is in an address, which would be kept and shared. */
export function flashCookie(message: FlashMessage, secure: boolean): string {
  const value = Buffer.from(JSON.stringify(message)).toString('base64url');
  return `${flashCookieName(secure)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${FLASH_SECONDS}${secure ? '; Secure' : ''}`;
}

/**
 * Reads this page's flash message; null if there is none. Clients can forge it, but only for themselves. `secure`: the site is
 * served over https.
 */
export function readFlash(headers: Headers, at: string, secure = parley().https): FlashMessage | null {
  try {
    const message: unknown = JSON.parse(
      Buffer.from(readCookie(headers, flashCookieName(secure)) ?? '', 'base64url').toString('utf8'),
    );
    return isFlashMessage(message) && message.at === at ? message : null;
  } catch {
    return null;
  }
}

function isFlashMessage(message: unknown): message is FlashMessage {
  return typeof message === 'object' && message !== null && 'at' in message;
}
