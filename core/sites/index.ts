import type { Adapter } from '../model/adapter';
import { discuzX } from './discuz-x';
import { hackernews } from './hackernews';
import { isso } from './isso';
import { oldReddit } from './old-reddit';
import { phpbb } from './phpbb';
import { stackexchange } from './stackexchange';
import { v2ex } from './v2ex';
import { waline } from './waline';
import { wordpress } from './wordpress';
import { xenforo } from './xenforo';

/** All built-in adapters. Where several fit a page the earlier one is asked first: those that others' markup resembles stand last. */
export const SITES: readonly Adapter[] = [discuzX, waline, hackernews, isso, oldReddit, stackexchange, v2ex, xenforo, phpbb, wordpress];
