import type { ParleyServer } from '../handle.ts';
import { linkSite } from '../http/link-site.ts';
import { answerNotFound, answerUnavailable, longestNotedWait } from '../http/requests/request-context.ts';
import { isSameOrigin, siteOf } from '../http/requests/same-origin.ts';
import { CurrentLimits } from '../limits/current-limits.ts';
import type { Limiter } from '../limits/limiter.ts';
import { logContext } from '../logging/log-context.ts';
import { isLoggedRefusal } from '../logging/logged-refusals.ts';
import type { Base } from './base.ts';
import type { Accounts } from './open-accounts.ts';
import type { Services } from './services.ts';

/** The services for pages and routes. `port`: the one the server listens on, once it does. */
export function handleOf(
  { env, https, logger, meters, traces }: Base,
  limiter: Limiter,
  accounts: Accounts,
  services: Services,
  port: () => number,
): ParleyServer {
  return {
    ...accounts,
    ...services,
    limits: new CurrentLimits(limiter, services.address),
    https,
    isTraced: traces.isOn,
    noteRefusal: (code) => {
      meters.refused(code);
      if (isLoggedRefusal(code)) logger.info({ code }, 'a request was refused');
    },
    secondsToWait: longestNotedWait,
    answerNotFound,
    answerUnavailable,
    requestId: () => logContext().request ?? null,
    siteOf: (headers) => siteOf(headers.get('host'), env.appUrl),
    linkSite: (headers) => linkSite(headers.get('host'), env, port()),
    isSameOrigin: ({ headers }) => isSameOrigin(headers.get('origin'), headers.get('host'), env.appUrl),
  };
}
