import { describe, expect, test } from 'vitest';
import { cutComments } from '../../../core/page/article/cut-comments';
import type { RawBlock } from '../../../core/page/article/read-blocks';

const STORY = 'The baker rose before the sun and went down to the mill by the river, where nobody had ground flour for thirty years.';
const block = (text: string) => ({ text }) as RawBlock;

describe('cutComments', () => {
  test.each([
    '12 comments',
    'Comments (3)',
    'Have your say',
    'To have your say on this or any other issue visit our forum',
    'Comments are now closed for this story',
    'Thanks for your comments – this feedback is now closed',
    'Posted by: Dom, Harrow on 5:19pm Tue 1 Jan 08',
    '网友评论',
  ])('the story ends at "%s"', (line) => {
    const blocks = [STORY, STORY, line, 'I never liked that mill.'].map(block);
    expect(cutComments(blocks, [1, 1, 1, 1])).toEqual([1, 1, -1, -1]);
  });

  test.each([
    'Thanks to the comments of a miller the wheel turns again.',
    'Comments are what the baker feared most when he opened the doors of the old mill to the whole of the village, he said.',
    'The notice was posted by the door.',
  ])('"%s" is of the story', (line) => {
    const blocks = [STORY, STORY, line, STORY].map(block);
    expect(cutComments(blocks, [1, 1, 1, 1])).toEqual([1, 1, 1, 1]);
  });

  test('a counter near the title ends nothing', () => {
    expect(cutComments(['12 comments', STORY, STORY, STORY].map(block), [1, 1, 1, 1])).toEqual([1, 1, 1, 1]);
  });
});
