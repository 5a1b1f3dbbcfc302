import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { regexEngine } from '../../core/rules/regex';
import { world } from '../page/world';

// Only pages on which a rule with a pattern may hold get this script: the engine is three times as large as all the rest.
export default defineUnlistedScript(() => {
  world().engine ??= regexEngine;
});
