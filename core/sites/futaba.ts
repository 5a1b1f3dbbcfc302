import type { Adapter } from '../model/adapter';

/** Futaba Channel. No classes: the answer's cell is told by its colour. */
export const futaba: Adapter = {
  name: 'futaba',
  hosts: ['2chan.net'],
  detect: ['.thre'],
  confidence: 'high',
  root: 'table:has(> tbody > tr > td.rtd), table:has(> tbody > tr > td[bgcolor="#F0E0D6"])',
  id: ['.cno /No\\.(\\d+)/', 'td /No\\.(\\d+)/'],
  author: ['.cnm', 'font[color="#117743"]'],
  date: [
    '.cnw /\\d\\d\\/\\d\\d\\/\\d\\d\\([^)]*\\)\\d\\d:\\d\\d:\\d\\d/',
    'td.rtd, td /\\d\\d\\/\\d\\d\\/\\d\\d\\([^)]*\\)\\d\\d:\\d\\d:\\d\\d/',
  ],
  body: 'blockquote',
  quote: 'font[color="#789922"]',
};
