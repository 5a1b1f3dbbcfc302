import type { Adapter } from '../model/adapter';

/** Issues of GitHub. */
export const githubIssues: Adapter = {
  name: 'github-issues',
  hosts: ['github.com'],
  confidence: 'high',
  root: [
    '[data-testid="issue-viewer-issue-container"], [data-wrapper-timeline-id]:has(.react-issue-comment)',
    '[data-testid="issue-viewer-issue-container"]',
  ],
  id: ':scope @data-wrapper-timeline-id',
  author: ['[data-testid="issue-body-header-author"]', '[data-testid="avatar-link"]', '[data-hovercard-type="user"]:not(:has(img))'],
  authorId: '[data-testid="issue-body-header-author"], [data-testid="avatar-link"], [data-hovercard-type="user"] @href /([^/]+)\\/?$/',
  date: 'relative-time @datetime',
  body: '.markdown-body',
  quote: 'blockquote',
  op: ':scope[data-testid="issue-viewer-issue-container"] =1',
  reader: 'meta[name="user-login"] @content',
};
