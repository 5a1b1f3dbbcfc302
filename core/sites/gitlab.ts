import type { Adapter } from '../model/adapter';

/** Notes of GitLab. */
export const gitlab: Adapter = {
  name: 'gitlab',
  detect: ['.note-comment', '#note_*'],
  confidence: 'low',
  root: 'li.note[data-note-id], li.note[id^="note_"]',
  id: [':scope @data-note-id', ':scope @id /note_(\\d+)/'],
  author: ['.author-name-link .note-header-author-name', '.author-name-link', '.note-header-author-name'],
  authorId: '.author-name-link @data-user-id',
  date: 'time @datetime',
  body: '.note-text',
  quote: 'blockquote',
};
