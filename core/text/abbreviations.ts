const list = (words: string) => new Set(words.split(' '));

/** Lower-cased words that carry a full stop of their own and never end a sentence by it. */
export const TITLES: ReadonlySet<string> = list(
  'mr mrs ms mx dr prof st ste sen rep gov gen col lt sgt capt cmdr maj adm rev hon pres messrs mme mlle sr sra srta dña dn dott univ ' +
    'vs cf ca approx dept tel mt ft ave blvd rd bros eds e.g i.e z.b d.h u.a o.ä v.a z.t i.d.r s.o ' +
    'bzw bspw evtl ggf vgl hrsg sog gem inkl exkl mio mrd geb gest т.е т.к т.н т.ч др ул тыс млн млрд руб проф акад ' +
    'tzv tj např mj kpt mudr judr dipl ř tzn bl.a t.ex d.v.s f.eks resp',
);

/** Words that carry a full stop before a number only: "No. 5", "S. 12". */
export const NUMBERED: ReadonlySet<string> = list(
  'no nos nr núm n° vol p pp fig eq sec art ch ed abs bd kap str kl pos par ext č стр рис см ст',
);

/** Words that carry a full stop and may stand at the end of a sentence: the next word decides. */
export const MAYBE: ReadonlySet<string> = list(
  'u.s u.k u.n e.u d.c a.m p.m ph.d m.d b.a m.a jr inc ltd co corp plc llc bhd etc usw usf jan feb mar apr jun jul aug sep sept oct nov dec ee.uu s.a s.l a.s o.s n.v b.v г гг вв н.э',
);

/** Words that begin a sentence far more often than a name: after a word of MAYBE they tell an end. */
export const STARTERS: ReadonlySet<string> = list(
  'the a an he she it they we you i this that these those but and in on at for with if when while after as there his her their its our however what who how why not so some many most all one two ' +
    'el la los las en un una le les il elle ils der die das ein eine es sie er in на в он она они это но и',
);

/** Languages that write ordinals and dates as a number with a full stop ("3. Mai"). */
export const ORDINAL_STOP: ReadonlySet<string> = list('de da nb nn no fi cs sk hu pl hr sr sl bs et lv is tr hsb');
