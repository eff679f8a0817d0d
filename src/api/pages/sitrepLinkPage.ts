import { said } from '../../domain/lang.js';
import { linkFailures } from './linkFailures.js';

export const sitrepLinkFailurePage = linkFailures(
  said(
    'Read it with your own token (muster sitrep show), or use the link in your latest mail.',
    '请用本人的令牌查看（muster sitrep show），或使用最近一封邮件中的链接。',
  ),
  {
    gone: {
      title: said('There is no such report', '报告不存在'),
      detail: said(
        'The draft was never released, or the file is no longer kept. Use the link in your latest mail.',
        '这份草稿未曾发布，或文件已不再保存。请使用最近一封邮件中的链接。',
      ),
    },
  },
);
