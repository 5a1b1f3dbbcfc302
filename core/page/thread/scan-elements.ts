import { type DateOptions, findDate, machineDate } from '../dates';
import { attributeOf } from '../safe-dom';
import { showsAny } from '../shows-attribute';
import type { Steps } from '../steps';
import type { Survey } from '../survey';
import { answersByAddress, answersByClass, answersByWords, isAvatar } from './cue-looks';
import type { Cues } from './cues';
import { type ClassInfo, HINT, patternOf, readClass } from './hints';

const PROFILE_HREF =
  /(?:^|[/?&.])(?:u|user|users|usr|member|members|memberlist|profile|profiles|profil|people|author|authors|account|space|uid|userid|user_id|username|userinfo|home\.php\?mod=space|benutzer|nutzer|mitglied|mitglieder|membre|utilisateur|usuario|usuarios|perfil|utente|użytkownik|uzytkownik|id|channel|viewprofile|showuser|channels|commenter|poster|contributor|c\/profile)(?:[/=_.?-]|$)|\/(?:@|~)[\w.-]+\/?$|space-(?:uid|username)|action=profile|mode=viewprofile|\bmember\.php|\bprofile\.php|\buser\.php|\buserprofile|\bmembers?-/i;

const HEADINGS = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
const BLOCK = new Set(['P', 'BLOCKQUOTE', 'PRE', 'LI', 'DD']);

/** Elements read in one step. */
const STEP = 256;

/** What an address tells, as bits. */
const PROFILE = 1;
const ANSWERS = 2;
/** Id patterns remembered of one class. */
const MOST_PATTERNS = 24;

/** What class and id pattern tell, once for all elements that share them. */
interface Look {
  readonly idPattern: string;
  readonly info: ClassInfo;
  /** Signature number by tag. */
  readonly sigs: Map<string, number>;
  /** The class alone says that it answers or reports. */
  readonly answers: boolean;
}

/** What is known of each element by its attributes. */
export interface Makes {
  readonly info: readonly ClassInfo[];
  readonly sig: Int32Array;
  readonly ids: readonly string[];
}

/** Reads the attributes of all surveyed elements once; what they tell is added to `cues` and `write`. */
export function* scanElements(survey: Survey, options: DateOptions, cues: Cues, write: number[]): Steps<Makes> {
  const { elements, tags, text, parent } = survey;
  const count = elements.length;
  const info: ClassInfo[] = new Array(count);
  const ids: string[] = new Array(count).fill('');
  const sig = new Int32Array(count);
  const known = new Map<string, Look[]>();
  const sigs = new Map<string, number>();
  const addresses = new Map<string, number>();
  const marked = showsAny(survey, '[itemprop],[itemtype]');
  yield;
  const numbered = showsAny(survey, '[data-id],[data-comment-id],[data-post-id]');
  yield;
  const named = showsAny(survey, 'a[name]');
  yield;
  const edited = showsAny(survey, 'div[contenteditable]');
  yield;
  const lookOf = (className: string, idPattern: string, tag: string): Look => {
    // A component's name says what a class would: `<x-comment>`, `<woltlab-quote>`.
    const own = tag.includes('-') ? tag.toLowerCase() : '';
    const key = own === '' ? className : `${className}\n${own}`;
    let looks = known.get(key);
    if (!looks) {
      looks = [];
      known.set(key, looks);
    }
    for (const look of looks) if (look.idPattern === idPattern) return look;
    const look = {
      idPattern,
      info: readClass(className, own === '' ? idPattern : `${idPattern} ${own}`),
      sigs: new Map(),
      answers: answersByClass(className),
    };
    // A page may give each element an id of its own make: those are told apart by reading them again.
    if (looks.length < MOST_PATTERNS) looks.push(look);
    return look;
  };
  const addressOf = (href: string): number => {
    let bits = addresses.get(href);
    if (bits === undefined) {
      bits = (PROFILE_HREF.test(href) ? PROFILE : 0) | (answersByAddress(href) ? ANSWERS : 0);
      addresses.set(href, bits);
    }
    return bits;
  };
  const readElement = (i: number) => {
    const element = elements[i]!;
    const tag = tags[i]!;
    const id = attributeOf(element, 'id') ?? '';
    const className = attributeOf(element, 'class') ?? '';
    const idPattern = id === '' ? '' : patternOf(id);
    const look = lookOf(className, idPattern, tag);
    const hint = look.info;
    info[i] = hint;
    if (idPattern !== id || (id !== '' && id.includes('0'))) {
      ids[i] = idPattern;
      cues.serial.push(i);
    } else if (tag === 'A' ? named : tag === 'INPUT') {
      const name = attributeOf(element, 'name');
      if (name && /\d/.test(name)) cues.serial.push(i);
    } else if (numbered && (tag === 'DIV' || tag === 'LI' || tag === 'ARTICLE')) {
      const name = attributeOf(element, 'data-id') ?? attributeOf(element, 'data-comment-id') ?? attributeOf(element, 'data-post-id');
      if (name && /\d/.test(name)) cues.serial.push(i);
    }
    let number = look.sigs.get(tag);
    if (number === undefined) {
      const signature = `${tag}.${hint.tokens[0] ?? ''}`;
      number = sigs.get(signature) ?? sigs.size;
      sigs.set(signature, number);
      look.sigs.set(tag, number);
    }
    sig[i] = number;
    if (hint.hints & (HINT.list | HINT.chrome)) cues.list.push(i);
    const prop = marked ? attributeOf(element, 'itemprop') : null;
    if (prop && /comment|reviewBody|suggestedAnswer|acceptedAnswer/i.test(prop)) cues.schema.push(i);
    else if (marked) {
      const type = attributeOf(element, 'itemtype');
      if (type && /schema\.org\/(?:\w*Comment|Answer|DiscussionForumPosting)/i.test(type)) cues.schema.push(i);
    }
    let address = 0;
    if (tag === 'A') {
      address = addressOf(attributeOf(element, 'href') ?? '');
      const length = text[i]!;
      if (address & PROFILE) {
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
    if (
      (tag === 'A' || tag === 'BUTTON' || tag === 'IMG' || tag === 'SPAN') &&
      text[i]! < 40 &&
      (look.answers || (address & ANSWERS) > 0 || (tag !== 'SPAN' && answersByWords(element, tag)))
    )
      cues.reply.push(i);
    if (tag === 'BLOCKQUOTE' || hint.hints & HINT.quote) cues.quoted.push(i);
    if (HEADINGS.has(tag)) cues.heading.push(i);
    else if (tag === 'IMG')
      (isAvatar(element, hint.hints, parent[i]! < 0 ? 0 : info[parent[i]!]!.hints) ? cues.avatar : cues.image).push(i);
    else if (tag === 'TEXTAREA' || (edited && tag === 'DIV' && attributeOf(element, 'contenteditable') === 'true')) {
      cues.field.push(i);
      write.push(i);
    } else if (BLOCK.has(tag)) cues.block.push(i);
  };
  for (let i = 0; i < count; i++) {
    readElement(i);
    if (i % STEP === STEP - 1) yield;
  }
  return { info, sig, ids };
}
