// What the sentences of a set are chosen by when the stories of their publisher teach nothing: the figure that decides about weights.
import './load-ts.mjs';

const { FEATURES } = await import('../core/summary/features.ts');
const { selectBudget, selectSentences } = await import('../core/summary/select.ts');

const FOLDS = 5;
/** Key sentences are scored by three, all else by a budget of words. */
const SENTENCES = 3;

/** Who published a story: the host of its address, or its id as far as its first number (`fundus_dek/de-BSZ-V1_1` → `fundus_dek/de-BSZ-V`). */
export const publisherOf = ({ id, url }) => (url ? new URL(url).host : String(id).replace(/[^\p{L}]*\d.*$/u, ''));

/** The fold of a publisher, the same in every run; `all` sorts them, so that folds hold equally many. */
const foldsOf = (docs) => {
  const names = [...new Set(docs.map(({ row }) => publisherOf(row)))].sort();
  return new Map(names.map((name, i) => [name, i % FOLDS]));
};

/** Rows `{id, sentences}` of the stories of a titled set, each chosen by weights that its publisher's stories did not teach. */
export function* chooseLeftOut(docs, set, learnAll) {
  const own = docs.filter((doc) => doc.set === set);
  if (own.length === 0) throw new Error(`learn-summary: --left-out must name a set of the folder, got "${set}"`);
  const folds = foldsOf(own);
  for (let fold = 0; fold < FOLDS; fold++) {
    const left = own.filter(({ row }) => folds.get(publisherOf(row)) === fold);
    const names = new Set(left.map(({ row }) => publisherOf(row)));
    const tables = learnAll(
      docs.filter((doc) => !(doc.set === set && names.has(publisherOf(doc.row)))),
      ['TITLED_CJK', 'TITLED', 'TITLED_BRIEF'],
    );
    for (const { row, rows, candidates } of left) {
      const { list, paired } = candidates;
      const weights = tables[paired ? 'TITLED_CJK' : row.key ? 'TITLED' : 'TITLED_BRIEF'];
      const scores = rows.map((features) => FEATURES.reduce((sum, name, k) => sum + weights[name] * features[k], 0));
      const chosen = row.key ? selectSentences(list, scores, SENTENCES) : selectBudget(list, scores, row.budget, paired);
      yield { id: row.id, sentences: chosen.map((i) => list[i].text) };
    }
  }
}
