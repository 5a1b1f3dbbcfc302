import { type DateOptions, findDate, machineDate } from '../dates';
import { attributeOf } from '../safe-dom';
import { finish, type Steps } from '../steps';
import type { Survey } from '../survey';
import { type ClassInfo, HINT, patternOf, readClass } from './hints';
import {
  BYLINE,
  CONTROL,
  COUNTED,
  COUNTED_BEHIND,
  EDITED,
  HEADED,
  NOBODY,
  PRICE,
  PROFILE_LABEL,
  READ_MORE,
  REPLY,
  SAYS,
  WRITE,
} from './words';

/** Longest text node that can be a cue: header lines of real posts stay under it, prose mostly not. */
const CUE_LENGTH = 120;

/** Ascending element indexes at which each kind of cue stands. */
export interface Cues {
  readonly date: number[];
  readonly machine: number[];
  readonly author: number[];
  readonly profile: number[];
  readonly reply: number[];
  readonly control: number[];
  readonly serial: number[];
  readonly schema: number[];
  readonly heading: number[];
  readonly title: number[];
  readonly counted: number[];
  readonly price: number[];
  readonly more: number[];
  readonly list: number[];
  readonly image: number[];
  readonly field: number[];
  readonly says: number[];
  readonly block: number[];
  readonly joined: number[];
  readonly edited: number[];
  readonly floor: number[];
  readonly prose: number[];
  readonly quoted: number[];
  readonly avatar: number[];
  readonly byline: number[];
}

/** What is known about a page's elements beyond their sizes. */
export interface Scan extends Survey {
  readonly info: readonly ClassInfo[];
  /** Number of each element's signature (tag and first class token), equal for equal ones. */
  readonly sig: Int32Array;
  /** Id pattern with digits as 0, '' for none or one without digits. */
  readonly ids: readonly string[];
  readonly cues: Cues;
  /** `sums[i]` characters of text stand directly in the elements before `i`. */
  readonly sums: Float64Array;
  /** Cues of three kinds by make: the signatures of the element and of its parent. */
  readonly kinds: { readonly [kind in 'date' | 'author' | 'reply']: ReadonlyMap<number, readonly number[]> };
  /** Elements whose text heads a thread ("12 comments", "Kommentare"). */
  readonly headed: readonly number[];
  /** Elements that invite to write a comment, text areas among them. */
  readonly write: readonly number[];
  /** Where the page says how many comments there are, by position; "no comments yet" counts 0. */
  readonly declared: readonly { readonly at: number; readonly count: number }[];
}

const PROFILE_HREF =
  /(?:^|[/?&.])(?:u|user|users|usr|member|members|memberlist|profile|profiles|profil|people|author|authors|account|space|uid|userid|user_id|username|userinfo|home\.php\?mod=space|benutzer|nutzer|mitglied|mitglieder|membre|utilisateur|usuario|usuarios|perfil|utente|użytkownik|uzytkownik|id|channel|viewprofile|showuser|channels|commenter|poster|contributor|c\/profile)(?:[/=_.?-]|$)|\/(?:@|~)[\w.-]+\/?$|space-(?:uid|username)|action=profile|mode=viewprofile|\bmember\.php|\bprofile\.php|\buser\.php|\buserprofile|\bmembers?-/i;

/** A floor with a mark: "#12", "No.12", "12楼", "12F". */
const FLOOR =
  /^[\s[(]*(?:(?:#|No\.?|Nr\.?|№|第|(?:post|reply|comment|beitrag|kommentar|answer)\s*#?)\s*\d{1,12}(?:\.\d+)*\s*(?:楼|樓|番|층)?|\d{1,6}\s*(?:楼|樓|F|층|階|番))[\s\]):.]*$/i;
const HEADING = /^H[1-6]$/;
const BLOCK = new Set(['P', 'BLOCKQUOTE', 'PRE', 'LI', 'DD']);

/** Elements or texts read in one step. */
const STEP = 256;

/** Reads the attributes and short texts of all surveyed elements once and collects the cues. */
export const scan = (survey: Survey, options: DateOptions): Scan => finish(scanInSteps(survey, options));

/** The same in steps. */
export function* scanInSteps(survey: Survey, options: DateOptions): Steps<Scan> {
  const { elements, tags, nodes, owner, text } = survey;
  const count = elements.length;
  const info: ClassInfo[] = new Array(count);
  const ids: string[] = new Array(count).fill('');
  const sig = new Int32Array(count);
  // By class for elements without an id, by class and id pattern for the others.
  const plain = new Map<string, ClassInfo>();
  const known = new Map<string, ClassInfo>();
  const sigs = new Map<string, number>();
  const cues: Cues = {
    date: [],
    machine: [],
    author: [],
    profile: [],
    reply: [],
    control: [],
    serial: [],
    schema: [],
    heading: [],
    title: [],
    counted: [],
    price: [],
    more: [],
    list: [],
    image: [],
    field: [],
    says: [],
    block: [],
    joined: [],
    edited: [],
    floor: [],
    prose: [],
    quoted: [],
    avatar: [],
    byline: [],
  };
  const headed: number[] = [];
  const write: number[] = [];
  const declared: { at: number; count: number }[] = [];
  const readElement = (i: number) => {
    const element = elements[i]!;
    const tag = tags[i]!;
    const id = attributeOf(element, 'id') ?? '';
    const className = attributeOf(element, 'class') ?? '';
    const idPattern = id === '' ? '' : patternOf(id);
    const [bag, key] = id === '' ? [plain, className] : [known, `${className}\n${idPattern}`];
    let hint = bag.get(key);
    if (!hint) {
      hint = readClass(className, idPattern);
      bag.set(key, hint);
    }
    info[i] = hint;
    if (idPattern !== id || idPattern.includes('0')) {
      ids[i] = idPattern;
      cues.serial.push(i);
    } else if (tag === 'A' || tag === 'INPUT' || tag === 'DIV' || tag === 'LI' || tag === 'ARTICLE') {
      const name =
        tag === 'A' || tag === 'INPUT'
          ? attributeOf(element, 'name')
          : (attributeOf(element, 'data-id') ?? attributeOf(element, 'data-comment-id') ?? attributeOf(element, 'data-post-id'));
      if (name && /\d/.test(name)) cues.serial.push(i);
    }
    const signature = `${tag}.${hint.tokens[0] ?? ''}`;
    let number = sigs.get(signature);
    if (number === undefined) {
      number = sigs.size;
      sigs.set(signature, number);
    }
    sig[i] = number;
    if (hint.hints & (HINT.list | HINT.chrome)) cues.list.push(i);
    const prop = attributeOf(element, 'itemprop');
    if (prop && /comment|reviewBody|suggestedAnswer|acceptedAnswer/i.test(prop)) cues.schema.push(i);
    else {
      const type = attributeOf(element, 'itemtype');
      if (type && /schema\.org\/(?:\w*Comment|Answer|DiscussionForumPosting)/i.test(type)) cues.schema.push(i);
    }
    if (tag === 'A') {
      const href = attributeOf(element, 'href') ?? '';
      const length = text[i]!;
      if (PROFILE_HREF.test(href)) {
        cues.profile.push(i);
        if (length > 0 && length <= 60) cues.author.push(i);
      } else if (
        length > 0 &&
        length <= 60 &&
        (hint.hints & HINT.author ||
          attributeOf(element, 'rel')?.includes('author') ||
          /external nofollow|nofollow ugc|ugc/.test(attributeOf(element, 'rel') ?? ''))
      )
        cues.author.push(i);
      if (length >= 25) cues.title.push(i);
    } else if (text[i]! > 0 && text[i]! <= 60 && (hint.hints & HINT.author || prop === 'author' || prop === 'name' || tag === 'CITE'))
      cues.author.push(i);
    if (tag === 'TIME' || prop === 'dateCreated' || prop === 'datePublished' || prop === 'commentTime') {
      cues.machine.push(i);
      cues.date.push(i);
    } else if (text[i]! < 60 && hint.hints & HINT.date) {
      const title =
        attributeOf(element, 'title') ??
        attributeOf(element, 'datetime') ??
        attributeOf(element, 'data-time') ??
        attributeOf(element, 'data-timestamp');
      if (title && (machineDate(title) || findDate(title, options))) {
        cues.machine.push(i);
        cues.date.push(i);
      }
    }
    if ((tag === 'A' || tag === 'BUTTON' || tag === 'IMG' || tag === 'SPAN') && text[i]! < 40 && answers(element, tag, className))
      cues.reply.push(i);
    if (tag === 'BLOCKQUOTE' || hint.hints & HINT.quote) cues.quoted.push(i);
    if (HEADING.test(tag)) cues.heading.push(i);
    else if (tag === 'IMG') (isAvatar(element, hint.hints, i, info, survey.parent) ? cues.avatar : cues.image).push(i);
    else if (tag === 'TEXTAREA' || (tag === 'DIV' && attributeOf(element, 'contenteditable') === 'true')) {
      cues.field.push(i);
      write.push(i);
    } else if (BLOCK.has(tag)) cues.block.push(i);
  };
  for (let i = 0; i < count; i++) {
    readElement(i);
    if (i % STEP === STEP - 1) yield;
  }
  let labelled = -2; // the first text has none before it
  const read = new Map<string, number>();
  const readNode = (k: number) => {
    const data = nodes[k]!.data;
    const i = owner[k]!;
    if (data.length > 40 && tags[i] !== 'A' && PROSE.test(data)) cues.prose.push(i);
    if (data.length > CUE_LENGTH && data.trim().length > CUE_LENGTH) return;
    const value = data.trim();
    let flags = read.get(value);
    if (flags === undefined) {
      flags = readWords(value, options);
      if (value.length < 48) read.set(value, flags);
    }
    if (flags === 0) return;
    if (flags & WORD.floor) cues.floor.push(i);
    if (flags & WORD.reply) cues.reply.push(i);
    if (flags & WORD.control) cues.control.push(i);
    if (flags & WORD.more) cues.more.push(i);
    if (flags & WORD.headed) headed.push(i);
    if (flags & WORD.counted) {
      cues.counted.push(i);
      if (value.length < 90) declared.push({ at: i, count: countOf(value) });
    }
    if (flags & WORD.nobody) declared.push({ at: i, count: 0 });
    if (flags & WORD.byline) cues.byline.push(i);
    if (flags & WORD.price) cues.price.push(i);
    if (flags & WORD.says) cues.says.push(i);
    if (flags & WORD.write) write.push(i);
    if (flags & WORD.edited) cues.edited.push(i);
    if (flags & WORD.label) {
      // "Posts: 17" holds its value; only a bare "Joined:" is followed by it.
      if (/\d/.test(value)) cues.joined.push(i);
      else labelled = k;
      return;
    }
    if (labelled === k - 1 && value.length < 30 && flags & WORD.dated) cues.joined.push(i);
    else if (flags & WORD.date) cues.date.push(i);
  };
  for (let k = 0; k < nodes.length; k++) {
    readNode(k);
    if (k % STEP === STEP - 1) yield;
  }
  for (const list of Object.values(cues) as number[][]) {
    list.sort((a, b) => a - b);
    yield;
  }
  headed.sort((a, b) => a - b);
  write.sort((a, b) => a - b);
  declared.sort((a, b) => a.at - b.at);
  const byMake = (list: readonly number[]) => {
    const makes = new Map<number, number[]>();
    let before = -1;
    for (const i of list) {
      if (i === before) continue;
      before = i;
      const up = survey.parent[i]!;
      const make = sig[i]! * 65_536 + (up < 0 ? 0 : sig[up]!);
      const same = makes.get(make);
      if (same) same.push(i);
      else makes.set(make, [i]);
    }
    return makes;
  };
  const date = byMake(cues.date);
  yield;
  const author = byMake(cues.author);
  yield;
  const kinds = { date, author, reply: byMake(cues.reply) };
  yield;
  const sums = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) sums[i + 1] = sums[i]! + survey.own[i]!;
  return { ...survey, info, sig, ids, cues, sums, kinds, headed, write, declared };
}

const WORD = {
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
} as const;
const PROSE = /[.!?。！？…؟।](?:\s|$|[\p{L}”」』])/u;

/** The number in "12 comments" or "Comments (12)". */
function countOf(value: string): number {
  const match = COUNTED.exec(value) ?? COUNTED_BEHIND.exec(value);
  return match ? Number(match[1]!.replace(/\D/g, '')) : 0;
}

/** What a short text says, as bits of WORD. */
function readWords(value: string, options: DateOptions): number {
  let flags = 0;
  if (value.length < 40) {
    if (value.length < 24 && FLOOR.test(value)) flags |= WORD.floor;
    if (REPLY.test(value)) flags |= WORD.reply;
    else if (CONTROL.test(value)) flags |= WORD.control;
    if (READ_MORE.test(value)) flags |= WORD.more;
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

const AVATAR = /avatar|gravatar|userpic|portrait|profile-?(?:pic|photo|image)|user-?(?:photo|image|icon)|headimg|\/face\/|noavatar/i;

/** The picture of a person: by its own class or address, or by what it directly stands in. */
function isAvatar(image: Element, hints: number, i: number, info: readonly ClassInfo[], parent: Int32Array): boolean {
  if (hints & HINT.avatar && hints & HINT.author) return true;
  const up = parent[i]!;
  if (up >= 0 && info[up]!.hints & HINT.avatar && info[up]!.hints & (HINT.author | HINT.avatar)) return true;
  return AVATAR.test(
    `${attributeOf(image, 'class') ?? ''} ${attributeOf(image, 'src')?.slice(0, 200) ?? ''} ${attributeOf(image, 'data-src')?.slice(0, 200) ?? ''}`,
  );
}

const ANSWERS =
  /comment-?reply|reply-?(?:link|btn|button|to|quote)|quote-?(?:btn|button|link)|btn-?(?:reply|quote|report)|replytocom|multi-?quote|report-?(?:link|abuse|post|comment|button)|flag-?(?:link|comment|as)/i;

/** A control without words: its class, title, label, target or alternative text says that it answers or reports. */
function answers(element: Element, tag: string, className: string): boolean {
  if (className !== '' && ANSWERS.test(className)) return true;
  if (tag === 'SPAN') return false;
  const words = attributeOf(element, 'title') ?? attributeOf(element, 'aria-label') ?? (tag === 'IMG' ? attributeOf(element, 'alt') : null);
  if (words && words.length < 40 && REPLY.test(words)) return true;
  const href = tag === 'A' ? attributeOf(element, 'href') : null;
  return (
    href !== null &&
    /replytocom=|[?&]reply|action=(?:reply|report|quote)|do=(?:newreply|postreply|report)|mode=(?:quote|reply)|\/reply[/?]|#reply/i.test(
      href,
    )
  );
}

/** How many of ascending `list` lie in [from, to). */
export function countIn(list: readonly number[], from: number, to: number): number {
  return lowerBound(list, to) - lowerBound(list, from);
}

/** First position in ascending `list`, from `from` on, whose value is not under `value`. */
export function lowerBound(list: readonly number[], value: number, from = 0): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
