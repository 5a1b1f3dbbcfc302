/** Control characters but tab and line feed, those that turn the direction of text, and those that are never seen (zero-width, tags); joiners stay, scripts need them. */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** A text without the characters that nobody sees: they can hide orders from its reader, or act on the text around it. Never throws. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '');
