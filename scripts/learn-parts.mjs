import { readFileSync } from 'node:fs';

/** What the learning scripts share. */

/** The rows of a file of JSON lines. */
export const lines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The site of a gold row: pages of one site are left out together. */
export const siteOf = (truth) => truth.domain || (URL.canParse(truth.url ?? '') ? new URL(truth.url).hostname : '') || truth.id.slice(0, 8);

/** One of five folds by the site's name. */
export const foldOf = (site) => {
  let h = 7;
  for (const c of site) h = (Math.imul(h, 31) + c.charCodeAt(0)) >>> 0;
  return (h >>> 3) % 5;
};

/** What is said of each row by a model that did not see its site: five folds of sites. `siteOfRow(r)`; `learn(test)` gives a model of the rows whose site passes. */
export function scoresLeftOut(count, siteOfRow, learn) {
  const scores = new Float64Array(count);
  for (let fold = 0; fold < 5; fold++) {
    const model = learn((site) => foldOf(site) !== fold);
    for (let r = 0; r < count; r++) if (foldOf(siteOfRow(r)) === fold) scores[r] = model.scores[r];
    console.error(`fold ${fold}`);
  }
  return scores;
}

/** Rounds to three figures, without a leading zero. */
export const round = (x) => String(Number(x.toPrecision(3))).replace(/^(-?)0\./, '$1.');

/** Trees as readable data: the names of the features in use, and one tree a line (see core/page/article/weights.ts). */
export function writeTrees(model, names) {
  const used = [...new Set(model.trees.flatMap(([nodes]) => nodes.map(([f]) => f)))].sort((a, b) => a - b);
  const tree = ([nodes, leaves]) =>
    `${nodes.map(([f, limit, no, yes]) => `${used.indexOf(f)}>${round(limit)}?${yes}:${no}`).join(' ')} | ${leaves.map((leaf) => Math.round(leaf * 100)).join(' ')}`;
  return { asked: used.map((f) => names[f]).join(' '), text: model.trees.map(tree).join('\n') };
}
