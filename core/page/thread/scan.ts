import type { DateOptions } from '../dates';
import { finish, type Steps } from '../steps';
import type { Survey } from '../survey';
import { noCues, type Scan } from './cues';
import { listCues } from './own-cues';
import { scanElements } from './scan-elements';
import { scanTexts } from './scan-texts';

/** Reads the attributes and short texts of all surveyed elements once and collects the cues. */
export const scan = (survey: Survey, options: DateOptions): Scan => finish(scanInSteps(survey, options));

/** The same in steps. */
export function* scanInSteps(survey: Survey, options: DateOptions): Steps<Scan> {
  const cues = noCues();
  const write: number[] = [];
  const makes = yield* scanElements(survey, options, cues, write);
  const said = yield* scanTexts(survey, options, cues, write);
  for (const list of Object.values(cues) as number[][]) {
    list.sort((a, b) => a - b);
    yield;
  }
  write.sort((a, b) => a - b);
  const date = byMake(cues.date, makes.sig, survey.parent);
  yield;
  const author = byMake(cues.author, makes.sig, survey.parent);
  yield;
  const kinds = { date, author, reply: byMake(cues.reply, makes.sig, survey.parent) };
  yield;
  const sums = new Float64Array(survey.elements.length + 1);
  for (let i = 0; i < survey.elements.length; i++) sums[i + 1] = sums[i]! + survey.own[i]!;
  yield;
  const all = listCues(cues, survey.elements.length);
  return { ...survey, ...makes, ...said, cues, all, sums, kinds, write };
}

/** The elements of ascending `list`, each once, by the signatures of themselves and their parents. */
function byMake(list: readonly number[], sig: Int32Array, parent: Int32Array): Map<number, number[]> {
  const makes = new Map<number, number[]>();
  let before = -1;
  for (const i of list) {
    if (i === before) continue;
    before = i;
    const up = parent[i]!;
    const make = sig[i]! * 65_536 + (up < 0 ? 0 : sig[up]!);
    const same = makes.get(make);
    if (same) same.push(i);
    else makes.set(make, [i]);
  }
  return makes;
}
