import { type DateOptions, findDate } from '../dates';
import {
  BYLINE,
  COUNTED,
  COUNTED_BEHIND,
  EDITED,
  GUEST,
  HEADED,
  isControl,
  isReply,
  NOBODY,
  PRICE,
  PROFILE_LABEL,
  READ_MORE,
  SAYS,
  WRITE,
} from './words';

/** A floor with a mark: "#12", "No.12", "12楼", "12F". */
const FLOOR =
  /^[\s[(]*(?:(?:#|No\.?|Nr\.?|№|第|(?:post|reply|comment|beitrag|kommentar|answer)\s*#?)\s*\d{1,12}(?:\.\d+)*\s*(?:楼|樓|番|층)?|\d{1,6}\s*(?:楼|樓|F|층|階|番))[\s\]):.]*$/i;

/** What a short text can say, a bit each. */
export const WORD = {
  floor: 1,
  reply: 2,
  control: 4,
  more: 8,
  headed: 16,
  counted: 32,
  price: 64,
  says: 128,
  write: 256,
  edited: 512,
  label: 1024,
  dated: 2048,
  date: 4096,
  byline: 8192,
  nobody: 16_384,
  guest: 32_768,
} as const;
/** A sentence ends in it. */
export const PROSE = /[.!?。！？…؟।](?:\s|$|[\p{L}”」』])/u;

/** The number in "12 comments" or "Comments (12)", 0 if there is none. */
export function countOf(value: string): number {
  const match = COUNTED.exec(value) ?? COUNTED_BEHIND.exec(value);
  return match ? Number(match[1]!.replace(/\D/g, '')) : 0;
}

/** What a trimmed short text says, as bits of `WORD`. */
export function readWords(value: string, options: DateOptions): number {
  let flags = 0;
  if (value.length < 40) {
    if (value.length < 24 && FLOOR.test(value)) flags |= WORD.floor;
    if (isReply(value)) flags |= WORD.reply;
    else if (isControl(value)) flags |= WORD.control;
    if (READ_MORE.test(value)) flags |= WORD.more;
    if (GUEST.test(value)) flags |= WORD.guest;
  }
  // Imageboards number their posts in the line that dates them.
  if (/(?:^|[\s(])No\.?\s?\d{2,}/.test(value)) flags |= WORD.floor;
  if (value.length < 90 && HEADED.test(value)) flags |= WORD.headed;
  if (/\d/.test(value)) {
    if (COUNTED.test(value) || COUNTED_BEHIND.test(value)) flags |= value.length < 90 ? WORD.counted | WORD.headed : WORD.counted;
    if (PRICE.test(value)) flags |= WORD.price;
  }
  if (SAYS.test(value)) flags |= WORD.says;
  if (value.length < 90) {
    if (BYLINE.test(value)) flags |= WORD.byline;
    if (NOBODY.test(value)) flags |= WORD.nobody;
  }
  if (WRITE.test(value)) flags |= WORD.write;
  if (EDITED.test(value)) flags |= WORD.edited;
  if (PROFILE_LABEL.test(value)) flags |= WORD.label;
  const date = findDate(value, options);
  if (date) flags |= (date.end - date.start) * 3 > value.length - 20 ? WORD.date | WORD.dated : WORD.dated;
  return flags;
}
