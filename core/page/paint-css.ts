import type { Colour } from '../model/person';

/** Light and dark values of the tag colours (design tokens), as the page's own sheet needs them. */
const TAGS: Readonly<Record<Colour, readonly [string, string]>> = {
  red: ['#b3261e', '#f2a29c'],
  orange: ['#a8500b', '#f0b184'],
  yellow: ['#7a5c00', '#e3c65c'],
  green: ['#1f7a3d', '#86d3a0'],
  teal: ['#0b6e6e', '#7fd0d0'],
  blue: ['#0b57a4', '#8ab8ee'],
  violet: ['#6a3fb5', '#c3a9f0'],
  grey: ['#5d5a52', '#bcb8ac'],
};
const tags = (which: 0 | 1) =>
  Object.entries(TAGS)
    .map(([name, pair]) => `--tag-${name}:${pair[which]};`)
    .join('');
const LIGHT = `color-scheme:light!important;--paper:#fff;--paper-2:#f6f5f1;--ink:#1d1c19;--ink-2:#5d5a52;--rule:#e0ded5;--marker:#ffd54a;--marker-soft:#fff3c4;--link:#0b57a4;${tags(0)}`;
const DARK = `color-scheme:dark!important;--paper:#1b1a17;--paper-2:#24231f;--ink:#f1efe8;--ink-2:#bcb8ac;--rule:#3a3832;--marker:#e0b11c;--marker-soft:#4a3d0d;--link:#8ab8ee;${tags(1)}`;

/** What decisions look like on the page's own elements. Only attributes of ours are matched; colours are see-through, so that they sit on any ground. */
export const PAGE_CSS = `[data-postil]{--postil-new:0 0;--postil-tint:0 0}
[data-postil~=gone],[data-postil~=stub]>:not([data-postil~=keep]){display:none!important}
[data-postil~=stub]::before,[data-postil~=stub]::after{content:none!important}
[data-postil~=bare]{font-size:0!important;color:transparent!important}
[data-postil~=mute]{visibility:hidden!important}[data-postil~=mute]>*{visibility:visible}
[data-postil~=dim]{opacity:.35!important}[data-postil~=dim]:is(:hover,:focus-within){opacity:.9!important}
[data-postil~=new],[data-postil~=tint]{box-shadow:var(--postil-new),var(--postil-tint)!important}
[data-postil~=new]{--postil-new:-4px 0 0 0 #f0b800}[data-postil~=inset]{--postil-new:inset 4px 0 0 0 #f0b800}
${Object.entries(TAGS)
  .map(([name, [colour]]) => `[data-postil~=${name}]{--postil-tint:-4px 0 0 0 ${colour};background-color:${colour}1f!important}`)
  .join('')}
td[data-postil~=wrap],li[data-postil~=wrap],dd[data-postil~=wrap]{list-style:none!important;padding:0!important;margin:0!important;border:0!important;background:none!important}
::highlight(postil-flash){background-color:#ffd54a;color:#1d1c19}::highlight(postil-point){background-color:#ffd54a99}
${Object.entries(TAGS)
  .map(([name, [colour]]) => `::highlight(postil-${name}){background-color:${name === 'yellow' ? '#ffd54a8c' : `${colour}38`}}`)
  .join('')}`;

/** Ground of every element of ours: nothing of the page's style comes in. */
export const HOST_CSS = `:host{all:initial!important;${LIGHT}font:13px/1.5 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans",sans-serif!important}
@media(prefers-color-scheme:dark){:host(:not([data-theme=light])){${DARK}}}:host([data-theme=dark]){${DARK}}
button{all:unset;cursor:pointer;box-sizing:border-box}:focus-visible{outline:2px solid var(--link);outline-offset:1px;border-radius:4px}bdi{unicode-bidi:isolate}`;

export const STUB_CSS = `${HOST_CSS}:host{display:block!important;direction:ltr!important;flex:1 1 100%!important;grid-column:1/-1!important;width:auto!important;min-width:0!important}
.stub{display:flex;flex-wrap:wrap;gap:0 10px;align-items:baseline;margin:4px 0;padding:5px 10px;border:1px dashed var(--rule);border-radius:6px;background:var(--paper-2);color:var(--ink-2)}
.what{flex:1 1 12em;min-width:0;overflow-wrap:anywhere}b{color:var(--ink);font-weight:600}.floor{font-variant-numeric:tabular-nums}
button{color:var(--link);padding:2px 4px;margin:-2px 0}button:hover{text-decoration:underline}
@media(pointer:coarse){button{min-height:40px;min-width:40px;display:inline-flex;align-items:center;justify-content:center}}`;

/** Stubs and notes in compact density; a finger still finds their buttons. */
export const DENSE_CSS = '.stub,.note{margin-block:1px!important;padding-block:1px!important;line-height:1.35}';

export const CHIP_CSS = `${HOST_CSS}:host{display:inline!important;font-size:12px!important;white-space:normal!important}
.chips{margin-inline-start:6px}.chip{display:inline-block;max-width:16em;margin:-1px 4px -1px 0;padding:0 7px;border:1px solid;border-radius:9px;background:var(--paper);font:600 12px/16px system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans",sans-serif;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;vertical-align:middle;cursor:pointer}
.warn{margin-inline-end:4px;color:var(--tag-orange);cursor:help}
.more{position:relative;display:inline-block;width:26px;height:18px;margin:-9px 0 -9px 4px;vertical-align:middle;text-align:center;border:1px solid var(--rule);border-radius:6px;background:var(--paper);color:var(--ink-2);font:700 12px/14px system-ui,sans-serif;opacity:0}
.more::after{content:"";position:absolute;inset:-5px}
.on .more,.more:focus-visible,.more:hover,.more[aria-expanded=true]{opacity:1}
@media(hover:none){.more{opacity:1}.more::after{inset:-11px -7px}.chip{position:relative;overflow:visible;white-space:normal;overflow-wrap:anywhere}.chip::after{content:"";position:absolute;inset:-11px -2px}}
@media(forced-colors:active){.more,.chip{border-color:ButtonText}}`;

export const NOTE_CSS = `${HOST_CSS}:host{display:block!important}
.note{display:block;width:100%;margin:6px 0;padding:5px 10px;border-inline-start:3px solid var(--marker);border-radius:0 6px 6px 0;background:var(--marker-soft);color:var(--ink);white-space:pre-wrap;overflow-wrap:anywhere}
@media(pointer:coarse){.note{min-height:40px}}`;
