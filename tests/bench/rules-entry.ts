// What the bench of rules measures, bundled as it would be for a page.
export { compileInSlices, compileRules } from '../../core/rules/compile';
export { regexEngine } from '../../core/rules/regex';
export { createWordIndex } from '../../core/rules/words';
export { fold, folderFor } from '../../core/text/fold';
export { variantsFor } from '../../core/text/variants';
