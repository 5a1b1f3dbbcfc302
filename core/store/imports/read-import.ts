import type { Result } from '../../model/result';
import { FILE_FAULT } from '../json';
import { type Drafts, nativeRegexCheck, type RegexCheck } from './drafts';
import { readHypothesis } from './hypothesis';
import { readNga } from './nga';
import { readRedditEnhancer } from './reddit-enhancer';
import { readRes } from './res';
import { readUtags } from './utags';
import { readV2exPolish } from './v2ex-polish';
import { readWordList } from './word-list';
import { readYawf } from './yawf';

/**
 * Finds out which tool a file is from and reads it. JSON that is none of theirs is refused; other text counts as a word list.
 * (Our own backups are read by `readBackup`.)
 */
export function readImport(file: string, check: RegexCheck = nativeRegexCheck): Result<Drafts> {
  const body = file.replace(/^\ufeff/, '').trimStart();
  const json = body.startsWith('{') || body.startsWith('[');
  if (body.startsWith('V2EX_Polish_settings')) return readV2exPolish(file);
  if (!json) {
    const nga = /^[A-Za-z0-9+/=\s]{40,}$/.test(body) ? readNga(file, check) : null;
    return nga?.ok ? nga : readWordList(file, check);
  }
  let last: Result<Drafts> = { ok: false, problem: FILE_FAULT.notOurs, where: '' };
  for (const read of [readUtags, readRes, readV2exPolish, readRedditEnhancer, readNga, readHypothesis, readYawf]) {
    const got = read(file, check);
    // The first that knows the file decides, and one that cannot be parsed at all is the same for each.
    if (got.ok || got.problem !== FILE_FAULT.notOurs) return got;
    last = got;
  }
  return { ...last, where: '' } as Result<Drafts>;
}
