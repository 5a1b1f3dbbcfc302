import { ok, type Result, refused } from '../model/result';

/** Problems of files that come in. Catalogue keys. */
export const FILE_FAULT = {
  tooBig: 'fault.file.tooBig',
  tooDeep: 'fault.file.tooDeep',
  notText: 'fault.file.notText',
  notJson: 'fault.file.notJson',
  /** Valid, but not of the kind expected. */
  notOurs: 'fault.file.unknown',
  /** A field is wrong; `where` is its path. */
  wrong: 'fault.file.wrong',
  newer: 'fault.file.newer',
} as const;

/** 256 MiB: about a million marked comments; a JavaScript string ends at 512 M characters. */
export const MAX_BYTES = 256 * 1024 * 1024;
/** Our own files nest 21 deep at most, rivals' fewer; structured clone overflows at 100,000 levels. */
const MAX_DEPTH = 64;

/** Text out of a file's bytes: UTF-8, or UTF-16 with its mark. Other bytes are refused rather than guessed. */
export function decodeFile(bytes: Uint8Array, maxBytes: number = MAX_BYTES): Result<string> {
  if (bytes.length > maxBytes) return refused(FILE_FAULT.tooBig, `${bytes.length} > ${maxBytes}`);
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  try {
    return ok(new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused(FILE_FAULT.notText, utf16 ?? 'utf-8');
  }
}

/** `line 3, column 14` of an offset. */
export function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `line ${before.split('\n').length}, column ${offset - before.lastIndexOf('\n')}`;
}

/** Offset where the text nests deeper than allowed, -1 if nowhere. One pass, no recursion; brackets in strings do not count. */
function tooDeepAt(text: string, max: number): number {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (quoted) {
      if (unit === 0x5c) i++;
      else if (unit === 0x22) quoted = false;
    } else if (unit === 0x22) quoted = true;
    else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > max) return i;
    } else if (unit === 0x7d || unit === 0x5d) depth--;
  }
  return -1;
}

/**
 * Parses JSON from outside: size and depth are limited before the parser sees it, a byte order mark and white space around are let pass.
 * What is wrong is told with line and column where the engine tells it.
 */
export function parseJson(text: string, maxLength: number = MAX_BYTES, maxDepth: number = MAX_DEPTH): Result<unknown> {
  if (text.length > maxLength) return refused(FILE_FAULT.tooBig, `${text.length} > ${maxLength}`);
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const deep = tooDeepAt(body, maxDepth);
  if (deep >= 0) return refused(FILE_FAULT.tooDeep, placeOf(body, deep));
  try {
    return ok(JSON.parse(body) as unknown);
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : '';
    const position = /position (\d+)/.exec(message)?.[1];
    const line = /line (\d+) column (\d+)/.exec(message);
    if (line) return refused(FILE_FAULT.notJson, `line ${line[1]}, column ${line[2]}`);
    return refused(FILE_FAULT.notJson, placeOf(body, position === undefined ? body.length : Number(position)));
  }
}
