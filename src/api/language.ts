import type { Request } from 'express';
import type { Lang } from '../domain/lang.js';

/** The language of the answer: zh-CN for any Chinese, else English, which is also the default. */
export function languageOf(req: Request): Lang {
  const wanted = req.acceptsLanguages(['en', 'zh-CN', 'zh-Hans-CN', 'zh-Hans', 'zh', 'zh-SG', 'zh-TW', 'zh-HK']);
  return wanted !== false && wanted.startsWith('zh') ? 'zh-CN' : 'en';
}
