const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What people are called by their office, lower case, without a dot: before a name it shows a person. */
export const ROLES: ReadonlySet<string> = list(
  'mr mrs ms miss dr prof professor sir dame lord lady president chancellor premier minister secretary senator sen rep representative governor gov mayor judge justice general gen colonel col captain capt sergeant sgt detective inspector chief director chairman chairwoman chair ceo spokesman spokeswoman spokesperson coach manager captain kapitän pope king queen prince princess sheikh councillor commissioner ambassador attorney author actor actress singer engineer prosecutor treasurer lawyer barrister solicitor officer founder analyst economist researcher scientist reporter correspondent editor baroness baron duke duchess bishop archbishop cardinal rabbi imam reverend superintendent constable lieutenant sheriff ' +
    'herr frau präsident präsidentin kanzler kanzlerin könig königin papst ' +
    'm mme mlle monsieur madame président présidente ministre maire juge docteur professeur ' +
    'señor señora sr sra presidente presidenta ministro ministra alcalde alcaldesa doctor profesor profesora senador senadora diputado diputada portavoz prefeito prefeita governador deputado deputada professora ' +
    'president premiärminister statsminister minister borgmester ordfører ' +
    'cumhurbaşkanı başkan başkanı bakan bakanı başbakan vali valisi müdürü sözcüsü milletvekili lideri prof doç avukat ' +
    'premierminister wethouder kamerlid directeur ' +
    'президент министр премьер губернатор мэр депутат профессор глава генерал директор господин госпожа',
);

/** Ends of roles that German, Dutch and the Nordic languages compose: Feuerwehrsprecher, Ministerpräsidentin. */
export const ROLE_END =
  /(?:sprecher|minister|präsident|kanzler|chef|leiter|meister|direktor|experte|expertin|forscher|anwalt|anwältin|richter|professor|kommissar|trainer|vorsitzender?|vorstand|politiker|autor|sekretär|rätin|talsmann|president|sieger|gründer|vize|abgeordnete|abgeordneter|partner|stylist|star|boss|erbe|kollege|pilot|arzt|ärzt|lehrer|journalist|aktivist|soldat|polizist|ökonom|analyst|ermittler|regisseur|schauspieler|sänger|koordinator|korrespondent|kommentator|redakteur|beauftragter?|woordvoerder|woordvoerster|burgemeester|hoogleraar|voorzitter|talsperson)(?:in)?$/u;
/** People by where they come from: with a capital only, the adjective has none. */
export const NATION_END = /(?:pole|slowene|österreicher|norweger|franzose|amerikaner|brite|russe)(?:in)?$/u;

const SAID =
  'said|says|told|added|wrote|writes|explained|argued|warned|announced|insisted|noted|tweeted|testified|confirmed|suggested|admitted|replied|sagte|sagt|erklärte|erklärt|betonte|betont|meint|meinte|warnte|warnt|teilte|schreibt|schrieb|forderte|kündigte|a déclaré|a dit|déclare|affirme|a affirmé|explique|a expliqué|dit|estime|dijo|dice|afirmó|aseguró|declaró|explicó|señaló|advirtió|disse|afirmou|declarou|explicou|ha detto|ha dichiarato|afferma|spiega|säger|sa|siger|sagde|sier|zei|zegt|сказал|сказала|заявил|заявила|сообщил|сообщила|отметил|отметила|считает|пояснил|подчеркнул|powiedział|powiedziała|dodał|dodała|vertelt|vertelde|schrijft|schreef|meldt|stelt|aldus|dedi|söyledi|belirtti|açıkladı|vurguladı|kaydetti|duyurdu|řekl|řekla|uvedl|uvedla';
/** A verb of saying right behind a name (what describes the person may stand between commas). */
export const QUOTE_VERB = new RegExp(`^(?:,\\s[^,]{2,34},)?\\s(?:${SAID})(?![\\p{L}])`, 'u');
/** A verb of saying right before a name. */
export const QUOTE_BEFORE = new RegExp(`(?<![\\p{L}])(?:${SAID})\\s$`, 'u');

/** Words that begin a sentence and are nobody's given name. */
export const OPENERS: ReadonlySet<string> = list(
  'meanwhile however moreover furthermore yesterday today tonight earlier later afterwards nevertheless nonetheless instead speaking responding',
);

/** Words, lower case, that a name of an institution holds, of a place or of a paper: what says something there is no person. */
export const NO_PERSON: ReadonlySet<string> = list(
  'the a an this that these those our their his her its my der die das ein eine einer zum zur im am dem den des le la les un une el los las il lo gli o os as uma um de when while after before if but and or for in on at by as with ' +
    'hospital university college school ministry department police bank council group news times post insider party affairs company inc ltd corp corporation association institute agency court house union committee commission foundation studio street journal reuters nations states state board center centre club league team city county district office bureau service services system army navy force forces church museum society federation federal national international republic kingdom republicans democrats conservatives labour tories guardian telegraph herald tribune press magazine network radio television channel online media sports report reports resources alliance coalition campaign town village island islands river mountain valley airport bridge road trust fund airlines airways motors energy health security defence defense justice foreign interior finance treasury parliament senate congress cabinet government authority authorities ' +
    'anfang mitte ende januar februar märz april mai juni juli august september oktober november dezember january february march may june july october december monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag arbeitsmarkt zeitung verband amt gesellschaft ministerium polizei partei verein gericht bundesamt zentrale studie bericht karte gemeinde stadt land kreis behörde universität klinik krankenhaus volksschule grundschule gymnasium ' +
    'journaux ministère université hôpital parti ville banque monde figaro libération ministerio universidad hospital partido policía gobierno banco ayuntamiento estado franja grupo plaza ciudad comunidad consejo calle provincia',
);
