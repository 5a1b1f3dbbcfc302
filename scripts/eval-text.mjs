import { writeFileSync } from 'node:fs';
import './load-ts.mjs';
import { articleOf, rowsOf } from './eval-rows.mjs';

const { summariseArticle } = await import('../core/summary/article.ts');
const { digestDiscussion } = await import('../core/summary/discussion.ts');

function optionsOf(args, names) {
  const out = {};
  for (const name of names) {
    const at = args.indexOf(`--${name}`);
    if (at >= 0) out[name] = args[at + 1];
  }
  for (const name of ['docs', 'out']) if (!out[name]) throw new Error(`eval: --${name} FILE is required`);
  return out;
}

/** `--docs FILE --out FILE [--sentences N]`: a line `{id, sentences}` for each document; without N, as many as fit in the row's `budget`. */
export function runSummaries(args) {
  const { docs, out, sentences } = optionsOf(args, ['docs', 'out', 'sentences']);
  const lines = rowsOf(docs).map((row) => {
    const size = sentences ? { sentences: Number(sentences) } : { budget: row.budget };
    const summary = summariseArticle(articleOf(row), size);
    return JSON.stringify({ id: row.id, sentences: summary.sentences.map(({ text }) => text) });
  });
  writeFileSync(out, `${lines.join('\n')}\n`);
}

const NO_AUTHOR = { name: '', id: null, url: null };

/** `--docs FILE --out FILE`: a line `{id, picks}` for each discussion, eight places in the list of comments, best first. */
export function runDiscussions(args) {
  const { docs, out } = optionsOf(args, ['docs', 'out']);
  const lines = rowsOf(docs).map(({ id, title, comments }) => {
    const thread = {
      key: id,
      url: '',
      title: title ?? '',
      site: '',
      declared: null,
      adapter: null,
      reader: null,
      comments: comments.map((comment, i) => ({
        key: String(i),
        id: null,
        author: comment.author ? { ...NO_AUTHOR, name: comment.author } : NO_AUTHOR,
        text: comment.text,
        date: null,
        dateText: null,
        floor: null,
        depth: 0,
        parentKey: null,
        score: null,
        quotes: [],
        op: false,
      })),
    };
    const digest = digestDiscussion(thread, { article: null, leftOut: new Set(), picks: 8, now: 0 });
    return JSON.stringify({ id, picks: digest.representative.map(({ key }) => Number(key)) });
  });
  writeFileSync(out, `${lines.join('\n')}\n`);
}
