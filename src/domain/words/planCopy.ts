import type { Lang } from '../lang.js';
import type { Names } from '../plan/names.js';
import type { PostId } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import { oneLine, shorten } from './text.js';
import { formatInstant } from './time.js';
import type { Zone } from './time.js';

export interface PlanCopyInput {
  names: Names;
  lang: Lang;
  zone: Zone;
  number: string;
  version: number;
  summary: string;
  effectiveFrom: Instant;
  /** For which the person is given the plan. */
  posts: PostId[];
  /** Where it is read and acknowledged. */
  url: string;
}

/** Long summaries are read where the plan is. */
const SUMMARY_CHARACTERS = 500;

/** The mail with which a version is given to a person. */
export function planCopyWords(input: PlanCopyInput): { subject: string; text: string } {
  const { names, lang, zone, url } = input;
  const title = oneLine(names.plan(lang));
  const number = oneLine(input.number);
  const summary = shorten(oneLine(input.summary), SUMMARY_CHARACTERS);
  const from = formatInstant(input.effectiveFrom, lang, zone);
  const posts = input.posts.map((post) => names.post(post, lang));
  const lines =
    lang === 'zh-CN'
      ? [
          `新版应急预案现发放给您，请阅读并签收。`,
          '',
          `预案：${title}（${number}），第${input.version}版`,
          `生效时间：${from}`,
          `修订说明：${summary}`,
          `您的岗位：${posts.join('、')}`,
          '',
          `阅读并签收：${url}`,
          '该链接代表您本人，请勿转发；30天内有效。',
          '',
          names.organisation(lang),
        ]
      : [
          'A new version of the emergency plan is given to you: read it and acknowledge it.',
          '',
          `Plan: ${title} (${number}), version ${input.version}`,
          `In effect from: ${from}`,
          `What is new: ${summary}`,
          `Your posts: ${posts.join(', ')}`,
          '',
          `Read and acknowledge: ${url}`,
          'The link stands for you: do not pass it on. It works for 30 days.',
          '',
          names.organisation(lang),
        ];
  const subject =
    lang === 'zh-CN'
      ? `【预案发放】${title} 第${input.version}版，请签收`
      : `Emergency plan for you to acknowledge: ${title}, version ${input.version}`;
  return { subject, text: lines.join('\n') };
}
