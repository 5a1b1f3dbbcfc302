/** Elements that run within a line: they neither start nor end a block. Unknown and custom elements count as blocks. */
export const INLINE: ReadonlySet<string> = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I IMG INS KBD LABEL MARK NOBR O:P PICTURE Q RB RP RT RUBY S SAMP SMALL SOURCE SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR ST1:PLACE ST1:CITY'.split(
    ' ',
  ),
);

/** Controls: their text is the page's, never the story's. */
export const CONTROLS: ReadonlySet<string> = new Set('BUTTON INPUT TEXTAREA OPTION DATALIST DIALOG'.split(' '));

/** Subtrees that the survey does not enter; read-blocks must step over exactly these to keep its place in the arrays. */
export const HEADING = /^H([1-6])$/;
