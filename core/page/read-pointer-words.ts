const TO =
  'in reply to|in response to|replying to|replied to|reply to|responding to|antwort (?:auf|an)|als antwort (?:auf|an)|erwiderung auf|en réponse à|réponse à|répond à|en respuesta a|respuesta a|responde a|em resposta a|resposta a|respondendo a|in risposta a|risposta a|risponde a|в ответ на|ответ на|ответил[аи]? на|ответ для|відповідь на|odpowiedź (?:na|do|dla)|w odpowiedzi (?:na|do)|als antwoord op|in antwoord op|reactie op|svar (?:till|til|på)|som svar (?:till|til|på)|vastaus|válasz|în răspuns la|reakce na|odpověď na|yanıt(?:la)?|回复给|回覆給|回复|回覆|回復|回應|回应|引用|答复|trả lời|membalas|ตอบกลับ|ردا على|رد على|در پاسخ به|پاسخ به|בתגובה ל';

const OPENS = new Set(TO.split('|').map((words) => words.charCodeAt(0)));

/** Can a text open with such words? By its first letter: most texts are told by it. */
export function mayAnswer(text: string): boolean {
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    if (code >= 128) return true;
    const letter = code >= 65 && code <= 90;
    if (letter || (code >= 97 && code <= 122)) return OPENS.has(letter ? code + 32 : code);
    // Digits and symbols open nothing but ">>12".
    if (code === 62) return true;
    if (code >= 48 && code <= 57) return false;
  }
  return false;
}

/** Words that say a link leads to what is answered. */
export const IN_REPLY = new RegExp(`${TO}|\\bparent\\b|\\bcontext\\b|reply-?to|in-?reply|への返信|返信先|님에게|↩|⤴`, 'iu');

/** "回复 3楼", "Antwort auf #1", "引用 第5楼", ">>1234567", "@12楼" */
export const TO_NUMBER = new RegExp(
  `^[\\s\\p{P}]*(?:(?:${TO})\\s*(?:post|comment|kommentar|beitrag)?\\s*(?:@|#|№|no\\.?|第)?\\s*(\\d{1,9}(?:\\.\\d+)?)(?![\\d.,]*\\s*(?:条|則|个|%))|>>\\s?(\\d{1,12})(?!\\d))`,
  'iu',
);
/** A number in front of the words themselves: "@12楼", "#5 I agree", "12楼说得对" */
export const TO_FLOOR = /^\s*(?:re:?\s*)?(?:(?:@|#|第)\s*(\d{1,6}(?:\.\d+)?)\s*(?:楼|樓|f\b)?|(\d{1,6})\s*(?:楼|樓))/iu;
/** "In reply to Jane"; without a first group the name follows in a text of its own. */
export const BY_NAME = new RegExp(`^[\\s\\p{P}]*(?:${TO})\\s*[:：]?\\s*@?\\s*(.*)$`, 'iu');
/** "Jane さんへの返信", "Jane님에게 답글" */
export const NAME_FIRST = /^(.{1,40}?)\s*(?:さんへの返信|への返信|に返信|님에게(?: 답글)?)/u;
/** Who is quoted: "Jane wrote:", "Originally posted by Jane", "原帖由 张三 于 2020-1-1 发表", "引用 3楼 张三 的发言". */
export const QUOTE_BY =
  /^(?:quote(?: from)?:?\s*|引用[:：]?\s*)?(?:(?:originally posted by|posted by|quote from|quoting|quoth|zitat von|zitat|citation de|原帖由|最初由|引用|引用自)[:：]?\s*@?(?:\d+\s*(?:楼|樓)\s*)?(.{1,40}?)\s*(?:(?:于|於|在|at|on|am|le)\s.*|的(?:发言|發言|话|帖子)?[:：]?|发表的?[:：]?|發表的?[:：]?|wrote[:：]?|[:：].*|$)|(.{1,40}?)\s*(?:\(.{1,40}\)\s*)?(?:wrote|said|says|schrieb|hat geschrieben|a écrit|escribió|escreveu|ha scritto|написал\(?а?\)?|пишет|pisze|napisał\(?a?\)?|skrev|schreef|写道|寫道|說|说|发表于|發表於|さんは書きました)\s*(?:.{0,40}?)[:：↑]?\s*$)/iu;
