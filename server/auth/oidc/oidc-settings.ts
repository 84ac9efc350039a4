import { z } from 'zod';

/** An OpenID Connect provider, as configured. */
export interface OidcSettings {
  /** Its id in addresses, such as the one it redirects people back to. */
  readonly id: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Its name on the button. */
  readonly name: string;
  /** True if an address that it says is verified is trusted. */
  readonly trustsEmail: boolean;
  /**
   * True if the provider asks people to sign in each time. If so, a token without `auth_time` proves authentication at the token's
   * own time.
   */
  readonly asksEveryTime: boolean;
  /** Accepted values of the token's `acr`; empty: any. */
  readonly acr: readonly string[];
  /** The scope requested from it. */
  readonly scope: string;
  /** People with this claim are administrators; `null`: there is no such claim. */
  readonly administrators: AdministratorClaim | null;
}

/** A claim, by name or by a path with dots, and the value it has or contains. */
export interface AdministratorClaim {
  readonly claim: string;
  readonly value: string;
}

/** The scope requested from every provider by default. */
export const OIDC_SCOPE = 'openid profile email';

const text = z.string().trim().min(1).max(500);
const providers = z
  .array(
    z.strictObject({
      id: z.string().regex(/^(?!guest$)[a-z][a-z0-9-]{0,30}$/),
      name: text,
      issuer: z.url({ protocol: /^https?$/ }),
      clientId: text,
      clientSecret: text,
      trustEmailVerified: z.boolean().default(true),
      asksEveryTime: z.boolean().default(false),
      acr: z
        .array(z.string().regex(/^\S{1,200}$/))
        .max(10)
        .default([]),
      scope: z
        .string()
        .regex(/(^| )openid( |$)/)
        .default(OIDC_SCOPE),
      administrators: z.strictObject({ claim: text, value: text }).optional(),
    }),
  )
  .max(20);

/** Reads `OIDC_PROVIDERS`: a JSON list. The problem is a sentence that doesn't repeat any value. */
export function readOidcProviders(
  json: string,
):
  | { readonly ok: true; readonly providers: readonly OidcSettings[] }
  | { readonly ok: false; readonly problem: string } {
  const parsed = providers.safeParse(fromJson(json));
  if (!parsed.success) return { ok: false, problem: problemAt(parsed.error.issues[0]) };
  const ids = parsed.data.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return { ok: false, problem: 'must give each provider its own "id"' };
  return {
    ok: true,
    providers: parsed.data.map(({ trustEmailVerified, administrators = null, ...provider }) => ({
      ...provider,
      trustsEmail: trustEmailVerified,
      administrators,
    })),
  };
}

function fromJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function problemAt(issue: z.core.$ZodIssue | undefined): string {
  const [index, ...path] = issue?.path ?? [];
  if (typeof index !== 'number')
    return 'must be a JSON list of providers, each with id, name, issuer, clientId and clientSecret';
  const field = path.join('.');
  return field === ''
    ? `must have only known fields in provider ${index + 1}`
    : `must have a valid "${field}" in provider ${index + 1}`;
}
