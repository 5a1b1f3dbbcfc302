import { remembered } from '../collapse';

/** Whole text of a control that one finds under comments: answer, quote, report. */
export const REPLY =
  /^[\s\p{P}\p{S}]*(?:reply|reply to (?:this|comment|thread|post).*|reply with quote|respond|quote|multi-?quote|report|report (?:this|abuse|post|comment|spam).*|flag|flag (?:this|comment|as|for).*|log in to (?:reply|answer|comment|post).*|sign in to (?:reply|comment|vote|answer).*|login to reply|répondre|citer|signaler.*|antworten?|auf diesen kommentar antworten|zitieren|zitat|melden|kommentar melden|responder|citar|denunciar|reportar|rispondi|cita|segnala|ответить|цитировать|цитата|пожаловаться|odpowiedz|cytuj|zgłoś|beantwoorden|reageer|antwoorden|svara|svar|citera|vastaa|lainaa|yanıtla|cevapla|alıntı|回复|回復|回覆|引用|举报|舉報|檢舉|回应|回應|返信|通報|違反報告|답글|답변|댓글쓰기|대댓글|신고|balas|trả lời|رد|پاسخ|השב|תגובה|ตอบ|ตอบกลับ|відповісти|odpovědět|válasz|răspunde|απάντηση)[\s\p{P}\p{S}\d]*$/iu;

/** Whole text of other controls: like, share, permalink, edit … */
export const CONTROL =
  /^[\s\p{P}\p{S}]*(?:perma-?link|link|#|link to (?:this )?(?:post|comment)|direct link|copy link|like|likes?|dislike|upvote|downvote|vote(?: up| down)?|thumbs? (?:up|down)|helpful|share|share (?:this|post|comment)|edit|edited|delete|remove|hide|ignore|parent|unroll|save|give award|embed|collapse|expand|show (?:more|less)|read more|top|back to top|thanks?|thank|agree|disagree|recommend(?:ed)?|insightful|informative|follow|pm|email|www|profile|find|website|visit.*website|more|more actions|options|context|full comments|source|print|bookmark|gefällt mir|teilen|bearbeiten|link kopieren|nach oben|j[’']aime|partager|modifier|me gusta|compartir|editar|curtir|compartilhar|mi piace|condividi|нравится|поделиться|ссылка|点赞|赞|讚|顶|踩|支持|反对|反對|分享|收藏|只看该作者|只看該作者|只看楼主|编辑|編輯|删除|复制|複製|倒序浏览|使用道具|推|噓|加精|置顶|短消息|发消息|加好友|看全部|查看|いいね|シェア|編集|共感|非共感|공감|비공감|추천|반대|공유|수정|삭제|좋아요|싫어요|beğen|paylaş|gilla|dela)[\s\p{P}\p{S}\d]*$/iu;

/** Opens what somebody says: "Jane says:", "dit :", "schrieb". */
export const SAYS =
  /(?:^|\s)(?:says?|said|wrote|writes|commented|replied|responded|dit|a écrit|a dit|schrieb|schreibt|meint|sagt|dijo|dice|escribió|disse|diz|scrive|ha scritto|ha detto|pisze|napisał\(?a?\)?|пишет|написал\(?а?\)?|skrev|säger|zegt|schreef|より|さんのコメント|说|說|写道|님의 말)\s*(?:\.{3}|…)?\s*[:：,]?\s*$/iu;

/** "12 Comments", "Comments (3)", "评论 5", "5 replies": a heading over a thread, or a link to one. */
export const COUNTED =
  /(?:^|[^\p{L}\d])(\d[\d.,\s]{0,8})\s*(?:\p{L}{1,12}\s)?(?:comments?|commentaires?|kommentare?n?|comentarios?|comentários?|commenti|commento|reacties|reactions?|réactions?|responses?|repl(?:y|ies)|answers?|antworten|antwort|respuestas?|respostas?|risposte|posts?|messages?|ответ(?:а|ов)?|комментари[йяев]+|komentarz[ey]?|komentarzy|yorum|kommentarer|kommenttia|komentář[ůe]?|hozzászólás|thoughts? on|条评论|條評論|评论|條留言|条留言|則留言|回复|回覆|个回复|條回覆|个回答|楼|コメント|件のコメント|개의 댓글|댓글|개|ความคิดเห็น|bình luận|دیدگاه|نظر|تعليق|תגובות)/iu;
export const COUNTED_BEHIND =
  /(?:comments?|commentaires?|kommentare?|comentarios?|comentários?|commenti|reacties|reactions?|responses?|repl(?:y|ies)|answers?|antworten|respuestas?|respostas?|risposte|posts?|ответов|ответы|комментарии|komentarze|yorumlar|kommentarer|评论|評論|留言|回复|回覆|回帖|コメント|댓글|답글|دیدگاه‌?ها|التعليقات|תגובות)\s*(?:数|數|列表)?\s*[(（[:：]?\s*(\d[\d.,]{0,8})/iu;

/** A heading over comments without a number. */
export const HEADED =
  /^[\s\p{P}\p{S}\d]*(?:(?:your |reader |user |all |latest |recent |the )?(?:comments?|responses?|replies|answers|discussion|reactions?|feedback|conversation|what others (?:say|think)|join the (?:discussion|conversation))|commentaires|vos commentaires|réactions|kommentare|leserkommentare|leserbriefe|antworten|comentarios|comentários|respuestas|respostas|commenti|risposte|reacties|комментарии|ответы|komentarze|odpowiedzi|yorumlar|kommentarer|kommentit|komentáře|hozzászólások|评论|評論|网友评论|用户评论|全部评论|最新评论|热门评论|留言|留言板|回复|回覆|全部回复|讨论|コメント|댓글|의견|دیدگاه‌?ها|نظرات|التعليقات|תגובות|bình luận|ความคิดเห็น)[\s\p{P}\p{S}\d]*$/iu;

/** Words of a box in which one writes a comment. */
export const WRITE =
  /leave a (?:reply|comment|response)|post a (?:comment|reply)|add (?:a |your )?comment|write a (?:comment|reply)|your comment|submit comment|speak your mind|join the discussion|kommentar (?:schreiben|verfassen|abgeben|hinterlassen)|schreibe einen kommentar|laisser un commentaire|ajouter un commentaire|votre commentaire|deja(?:r)? (?:un comentario|una respuesta)|escribe un comentario|deixe (?:um comentário|uma resposta)|lascia un commento|geef een reactie|оставить комментарий|добавить комментарий|dodaj komentarz|bir yanıt yazın|lämna (?:ett svar|en kommentar)|发表评论|發表評論|发表回复|發表回覆|快速回复|我要评论|写评论|发表留言|コメントを(?:残す|書く|投稿)|댓글 (?:쓰기|작성|등록)|quick reply|post reply/iu;

export const PRICE = /(?:[$€£¥₩₽₹]\s?\d|\d\s?(?:€|£|zł|kr|руб|грн|TL|USD|EUR)\b|\d元|￥\d)/;

export const READ_MORE =
  /^[\s\p{P}\p{S}]*(?:read (?:more|full|on|the rest).*|continue reading.*|more details|learn more|view (?:details|product|all).*|add to (?:cart|basket|bag)|buy now|shop now|mehr lesen|weiterlesen.*|lire la suite.*|leer más.*|leia mais.*|continua a leggere.*|читать (?:далее|дальше|полностью).*|czytaj (?:dalej|więcej).*|阅读(?:全文|更多)|查看(?:详情|更多)|続きを読む|더 ?보기|devamı)[\s\p{P}\p{S}]*$/iu;

/** Labels of a member's profile beside a post: never the post's own date or words. */
export const PROFILE_LABEL =
  /^[\s\p{P}]*(?:(?:join(?:ed)?(?: date)?|member since|registered|registration date|registriert(?: seit)?|mitglied seit|beigetreten|dabei seit|inscrit(?: le| en)?|date d'inscription|registrado|membro desde|iscritto(?: il| dal)?|registrato|зарегистрирован|регистрация|на форуме с|dołączy\p{L}*|rejestracja|zarejestrowany|lid sinds|geregistreerd|medlem sedan|registrerad|liittynyt|katılım|kayıt(?: tarihi)?|注册时间|註冊時間|註冊|注册|加入时间|加入日期|注册日期|最后登录|最後登錄|最後登入|登録日|가입일|last (?:active|visit|seen|online|login))(?!\p{L})|(?:posts?|messages?|beiträge|mensajes|threads?|topics|location|wohnort|ort|from|desde|reputation|karma|points|likes received|gender|age|birthday|積分|积分|帖子|精華|精华|威望|UID)\s*(?:[:：]|$|(?<=\s)[\d.,]+$))\s*[:：]?/iu;

/** An edit note's opening. */
export const EDITED =
  /^[\s\p{P}\p{S}]*(?:last edited|edited(?: by| on| at|:|\s\d)?|(?:this |the )?(?:post|message|comment|reply|topic) (?:was |has been |edited )(?:last )?(?:edited|modified|updated|by)|last (?:modified|updated)|modified by|\p{L}[\p{L}\d ._-]{1,24} edited this|zuletzt (?:bearbeitet|geändert|editiert)|bearbeitet von|geändert von|dernière (?:édition|modification)|modifié (?:par|le)|editado (?:por|en)?|última edição|última edición|modificato da|ultima modifica|последний раз редактировалось|отредактировано|изменено|ostatnio (?:edytowany|zmieniony)|laatst (?:bewerkt|gewijzigd)|senast (?:redigerad|ändrad)|son düzenle\p{L}*|本帖最后由|本帖最後由|本主题由|最后编辑|最後編輯|编辑于|編輯於|最終編集|수정됨)/iu;

/** A line that opens with who wrote what stands beside it: "Posted by: Jane", "By Jane", "von Jane", "网友: 小明". */
export const BYLINE =
  /^[\s\p{P}\p{S}]*(?:(?:(?:posted|comment(?:ed)?|written|submitted|left|said|added|sent|replied|reply|response|reviewed)\s+)?by|from|name|posté par|écrit par|publié par|rédigé par|par|(?:publicado |escrito |enviado |comentado )?por|(?:scritto |inviato |postato |pubblicato )?da|(?:geschrieben |verfasst |kommentiert )?von|(?:geplaatst )?door|skrevet a[fv]|skrivet av|napisał\(?a?\)?|dodał|автор|投稿者|名前|发布者|作者|网友|網友|昵称|游客|글쓴이|작성자)(?=\s*[:：]|\s+\S)/iu;

/** Says that nobody has commented. */
export const NOBODY =
  /^[\s\p{P}\p{S}]*(?:(?:there are |there have been )?(?:no|0|zero) (?:comments?|repl(?:y|ies)|responses?|reactions?|reader comments?)(?: (?:yet|so far|posted|have been|to ).*)?|be the first (?:to|one|person).*|(?:noch |bisher )?keine kommentare.*|aucun commentaire.*|(?:sin|no hay|ningún) comentarios?.*|(?:sem|nenhum|não há) comentários?.*|nessun commento.*|geen reacties.*|комментариев (?:пока )?нет.*|brak komentarzy.*|henüz yorum.*|(?:暂无|还没有|尚無|暫無|沒有)(?:任何)?(?:评论|評論|留言|回复).*|コメントはまだ.*|(?:0|등록된) ?댓글이? ?없.*)[\s\p{P}]*$/iu;

/** Is this the whole text of a control that answers, quotes or reports? */
export const isReply = remembered(REPLY);
/** … of another control? */
export const isControl = remembered(CONTROL);
/** … of a label in a member's profile, or one that opens so? */
export const isLabel = remembered(PROFILE_LABEL);
/** Does a text open an edit note? */
export const isEdited = remembered(EDITED);

/** What people without an account are called, alone in a line. */
export const GUEST =
  /^[\s\p{P}]*(anon(?:ymous(?: user| coward)?|yme)?|anónimo|anônimo|anonim[oe]?|anonym|аноним|guest|gast|invité|invitado|visitante|visitor|гость|匿名(?:用户|用戶|网友|網友|者)?|游客|遊客|访客|訪客|路人|名無し(?:さん)?|ゲスト|익명|손님|deleted user|\[deleted\]|\[removed\])[\s\p{P}]*$/iu;
