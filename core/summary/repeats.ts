/** A run of Han characters, with the katakana that names are written in. */
const RUN = /[\u3400-\u9fff\u30a1-\u30fa\u30fc]{2,}/gu;
const LONGEST = 6;
/** Characters that words of content hardly begin or end with. */
const EDGE = new Set(
  '的了是在和也就都而及与與着著之于於以其为為这這那有我你他她它们們不对對从從到把被让讓给給将將并並但或则則所又还還更很最个個一二三四两兩几幾年月日时時上下中来來去说說称稱表示等后後前里裡内外要会會可能没沒已由向当當该該此各每使用做得地吗嗎呢吧啊',
);

/**
 * Finds what a text in Chinese characters repeats: runs of 2 to 6 characters that occur at least twice (or once, if they are in
 * `known`), without the parts that only occur within a longer one. A stand-in for a segmenter, which costs several times the whole
 * summary. Gives each with its count.
 */
export function findRepeats(text: string, known: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [run] of text.matchAll(RUN))
    for (let i = 0; i + 1 < run.length; i++) {
      if (EDGE.has(run[i]!)) continue;
      for (let n = 2; n <= LONGEST && i + n <= run.length; n++) {
        if (EDGE.has(run[i + n - 1]!)) continue;
        const part = run.slice(i, i + n);
        counts.set(part, (counts.get(part) ?? 0) + 1);
      }
    }
  for (const [part, count] of counts) if (count < 2 && !known.includes(part)) counts.delete(part);
  const out = new Map(counts);
  // A part is worth no more than what it occurs by itself: 书阅 in 电子书阅读器 goes.
  for (const [whole, count] of counts)
    for (let n = 2; n < whole.length; n++)
      for (let i = 0; i + n <= whole.length; i++) {
        const part = whole.slice(i, i + n);
        const own = counts.get(part);
        if (own !== undefined && own <= count * 1.3) out.delete(part);
      }
  return out;
}
