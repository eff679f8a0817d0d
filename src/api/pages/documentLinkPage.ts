import { said } from '../../domain/lang.js';
import { linkFailures } from './linkFailures.js';

export const documentLinkFailurePage = linkFailures(
  said(
    'Fetch it with your own token (muster document get), or use the link in your latest mail.',
    '请用本人的令牌下载（muster document get），或使用最近一封邮件中的链接。',
  ),
  {
    gone: {
      title: said('There is no such document', '文书不存在'),
      detail: said(
        'The file is no longer kept. Use the link in your latest mail.',
        '文件已不再保存。请使用最近一封邮件中的链接。',
      ),
    },
  },
);
