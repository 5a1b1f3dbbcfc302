import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { regexEngine } from '../../core/rules/regex';
import { setPageEngine } from '../page.content/page-link';

// Only pages on which a rule with a pattern may hold get this script: the engine is three times as large as all the rest.
export default defineUnlistedScript(() => setPageEngine(regexEngine));
