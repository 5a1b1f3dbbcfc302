import { type DateOptions, findDate, machineDate } from '../dates';
import { attributeOf } from '../safe-dom';
import type { Steps } from '../steps';
import type { Survey } from '../survey';
import { answers, isAvatar } from './cue-looks';
import type { Cues } from './cues';
import { type ClassInfo, HINT, patternOf, readClass } from './hints';

const PROFILE_HREF =
  /(?:^|[/?&.])(?:u|user|users|usr|member|members|memberlist|profile|profiles|profil|people|author|authors|account|space|uid|userid|user_id|username|userinfo|home\.php\?mod=space|benutzer|nutzer|mitglied|mitglieder|membre|utilisateur|usuario|usuarios|perfil|utente|użytkownik|uzytkownik|id|channel|viewprofile|showuser|channels|commenter|poster|contributor|c\/profile)(?:[/=_.?-]|$)|\/(?:@|~)[\w.-]+\/?$|space-(?:uid|username)|action=profile|mode=viewprofile|\bmember\.php|\bprofile\.php|\buser\.php|\buserprofile|\bmembers?-/i;

const HEADING = /^H[1-6]$/;
const BLOCK = new Set(['P', 'BLOCKQUOTE', 'PRE', 'LI', 'DD']);

/** Elements read in one step. */
const STEP = 256;

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
  // By class for elements without an id, by class and id pattern for the others.
  const plain = new Map<string, ClassInfo>();
  const known = new Map<string, ClassInfo>();
  const sigs = new Map<string, number>();
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
    else if (tag === 'IMG')
      (isAvatar(element, hint.hints, parent[i]! < 0 ? 0 : info[parent[i]!]!.hints) ? cues.avatar : cues.image).push(i);
    else if (tag === 'TEXTAREA' || (tag === 'DIV' && attributeOf(element, 'contenteditable') === 'true')) {
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
