import type { Sender } from '../../core/bus/answer';
import { siteOf } from '../../core/model/address';
import { type Result, refused } from '../../core/model/result';
import type { RuleScope } from '../../core/model/rule';

/** The problem that a page is answered with when it asks for more than its own. A catalogue key. */
export const NOT_ALLOWED = 'fault.notAllowed';

/** A content script may act for the site of the page it stands in, an extension page for every site. Null: allowed. */
export function siteRefusal(sender: Sender, site: string): Result<never> | null {
  if (sender.own || (site !== '' && siteOf(sender.url) === site)) return null;
  return refused(NOT_ALLOWED, site);
}

/** For what only the extension's own pages may ask. Null: allowed. */
export function ownRefusal(sender: Sender, what: string): Result<never> | null {
  return sender.own ? null : refused(NOT_ALLOWED, what);
}

/** The site that a rule's scope stays within; null: it reaches further. */
export function siteOfScope(scope: RuleScope): string | null {
  if (scope.kind === 'everywhere') return null;
  return scope.kind === 'thread' ? siteOf(`https://${scope.threadKey}`) : scope.site;
}
