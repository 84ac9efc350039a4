import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The pages that other sites may show in frames. */
const EMBEDDED = /^\/debates\/[^/?#]+\/embed(?:[?#]|$)/;

/** The settings for the headers; `embedOrigins` are the sites that may show debates in frames. */
interface HeaderSettings {
  readonly https: boolean;
  readonly development: boolean;
  readonly embedOrigins: readonly string[];
}

/**
 * Sets the headers of every answer. Scripts only run with this answer's nonce; Next reads it from the request's own header. Nothing may be
 * loaded from another host.
 */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { https, development, embedOrigins }: HeaderSettings,
): void {
  const framedBy = EMBEDDED.test(request.url ?? '') ? embedOrigins : [];
  const policy = contentSecurityPolicy(
    randomBytes(16).toString('base64'),
    request.headers.host ?? '',
    development,
    framedBy,
  );
  request.headers['content-security-policy'] = policy;
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  // It can't list sites, and would forbid what the policy allows.
  if (framedBy.length === 0) response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  // Elsewhere browsers ignore it, and report that as an error in every console.
  if (https || isLoopback(request.headers.host)) {
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  }
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}

/** True if a page is trusted without TLS because it never leaves this machine. */
function isLoopback(host = ''): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host);
}

function contentSecurityPolicy(
  nonce: string,
  host: string,
  development: boolean,
  framedBy: readonly string[],
): string {
  // React's development build needs `eval`; some browsers don't treat sockets to the same host as 'self'.
  const evaluation = development ? " 'unsafe-eval'" : '';
  const sockets = /^[A-Za-z0-9.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    // Set explicitly: otherwise the rule for scripts applies, where only a nonce counts.
    "worker-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self'${sockets}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy.length === 0 ? "'none'" : ["'self'", ...framedBy].join(' ')}`,
  ].join('; ');
}
